package org.equipoise.rehearsal.people;

import org.equipoise.journal.event.FormEvent;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.course.LogEntry;

/// Where staff write: a form at an encounter, or an entry of a log.
///
/// @param entry 0 at an encounter
record Place(String encounter, Form form, int entry) {
    static Place at(Encounter encounter, Form form) {
        return new Place(encounter.id(), form, 0);
    }

    static Place of(LogEntry entry) {
        return new Place(FormEvent.LOG, entry.log(), entry.number());
    }

    /// The same page as an event names it.
    boolean is(String encounter, String form, int entry) {
        return this.encounter.equals(encounter) && this.form.id().equals(form) && this.entry == entry;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && place.is(encounter, form.id(), entry);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * encounter.hashCode() + form.id().hashCode()) + entry;
    }
}

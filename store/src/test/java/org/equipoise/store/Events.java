package org.equipoise.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.ParticipantId;

/// Events for tests that are not about a trial.
public final class Events {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Events() {}

    public static JournalledEvent event(long seq, String command, TrialEvent event) {
        return new JournalledEvent(seq, 1_000 + seq, new Actor("c", "COORDINATOR"), command, 1, event);
    }

    public static TrialEvent consent(int person) {
        return new ConsentGiven(id(person), "A", DAY, "1");
    }

    public static TrialEvent form(int person, String encounter, String... values) {
        List<ItemChange> changes = new ArrayList<>();
        for (String value : values) {
            changes.add(new ItemChange("item" + (changes.size() + 1), value, null));
        }
        return new FormSubmitted(id(person), encounter, "pressure", changes);
    }

    private static ParticipantId id(int person) {
        return new ParticipantId("A-" + person);
    }

    /// One command's events from a number on: somebody enters, and a form is filled in.
    public static List<JournalledEvent> command(long seq, int person, String key) {
        return List.of(event(seq, key, consent(person)), event(seq + 1, key, form(person, "SCR", "120", "80", "no")));
    }
}

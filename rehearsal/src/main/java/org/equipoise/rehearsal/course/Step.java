package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.protocol.design.Encounter;

/// What comes next in the life of a participant after randomisation.
public sealed interface Step {
    LocalDateTime at();

    default LocalDate date() {
        return at().toLocalDate();
    }

    /// A visit that takes place.
    record Visit(LocalDateTime at, Encounter encounter) implements Step {}

    /// The participant does not come to a visit, and stays in the study.
    record MissedVisit(LocalDateTime at, Encounter encounter) implements Step {}

    /// The results that return after a visit.
    record Results(LocalDateTime at, Encounter encounter) implements Step {}

    record Dose(LocalDateTime at, int number) implements Step {}

    record MissedDose(LocalDateTime at, int number, DosingEvent.Reason reason) implements Step {}

    /// Nothing follows.
    record Leave(LocalDateTime at, DispositionEvent.Reason reason) implements Step {}

    /// Nothing follows.
    record Complete(LocalDateTime at) implements Step {}
}

package org.equipoise.journal.event;

import java.util.List;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// What was written on a form: one event for one act of a person, with all the items it touched. An item change is
/// cited as
/// `seq.ordinal`, ordinals counting from 1.
public sealed interface FormEvent extends TrialEvent {
    ParticipantId participant();

    String encounter();

    String form();

    List<ItemChange> changes();

    record FormSubmitted(ParticipantId participant, String encounter, String form, List<ItemChange> changes)
            implements FormEvent {}

    /// A change to what was submitted, and why. What stood before stays in the journal.
    record FormCorrected(
            ParticipantId participant, String encounter, String form, String reason, List<ItemChange> changes)
            implements FormEvent {}

    /// One value as entered, or the reason there is none: exactly one of the two is present.
    record ItemChange(
            String item, @Nullable String value, @Nullable String missing) {}
}

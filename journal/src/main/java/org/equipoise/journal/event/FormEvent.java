package org.equipoise.journal.event;

import java.util.List;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.jspecify.annotations.Nullable;

/// What was written on a form: one event for one act of a person, with all the items it touched. An item change is
/// cited as `seq.ordinal`, ordinals counting from 1.
public sealed interface FormEvent extends TrialEvent {
    /// The encounter of what belongs to no visit: an entry of a log.
    String LOG = "log";

    ParticipantId participant();

    /// The encounter, or [#LOG].
    String encounter();

    String form();

    /// The number of the entry in its log, counting from 1 for each participant; 0 at a visit.
    int entry();

    List<ItemChange> changes();

    record FormSubmitted(ParticipantId participant, String encounter, String form, int entry, List<ItemChange> changes)
            implements FormEvent {
        /// At a visit.
        public FormSubmitted(ParticipantId participant, String encounter, String form, List<ItemChange> changes) {
            this(participant, encounter, form, 0, changes);
        }
    }

    /// A change to what was submitted, and why. What stood before stays in the journal.
    record FormCorrected(
            ParticipantId participant,
            String encounter,
            String form,
            int entry,
            Confidential reason,
            List<ItemChange> changes)
            implements FormEvent {
        /// At a visit.
        public FormCorrected(
                ParticipantId participant,
                String encounter,
                String form,
                Confidential reason,
                List<ItemChange> changes) {
            this(participant, encounter, form, 0, reason, changes);
        }
    }

    /// One value as entered, the reason there is none, or the value as ciphertext of the vault's or under the
    /// participant's key: exactly one of the four is present.
    record ItemChange(
            String item,
            @Nullable String value,
            @Nullable String missing,
            @Nullable Sealed sealed,
            @Nullable Confidential confidential) {
        /// As a person enters it: a value, or the reason there is none.
        public ItemChange(String item, @Nullable String value, @Nullable String missing) {
            this(item, value, missing, null, null);
        }

        /// A value that could tell the arm.
        public ItemChange(String item, Sealed sealed) {
            this(item, null, null, sealed, null);
        }

        /// Somebody's own words, or what identifies a participant.
        public ItemChange(String item, Confidential confidential) {
            this(item, null, null, null, confidential);
        }
    }
}

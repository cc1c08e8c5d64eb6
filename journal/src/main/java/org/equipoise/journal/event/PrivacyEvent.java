package org.equipoise.journal.event;

import org.equipoise.language.identity.ParticipantId;

/// What becomes of a participant's own data.
public sealed interface PrivacyEvent extends TrialEvent {

    /// From here on nobody can read what was written of a participant under their key. The key is destroyed once this
    /// event is kept.
    record PersonErased(ParticipantId participant, Ground ground) implements PrivacyEvent {}

    /// Why the data go, as GDPR article 17(1) tells it apart.
    enum Ground {
        /// They are no longer needed: 17(1)(a).
        NO_LONGER_NECESSARY,
        /// The person asked: 17(1)(b), (c).
        REQUESTED,
        /// A law obliges: 17(1)(e).
        LEGAL_OBLIGATION
    }
}

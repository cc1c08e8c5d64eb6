package org.equipoise.journal.event;

import org.equipoise.language.identity.ParticipantId;

/// Data queries: what was written on a form is questioned, answered, settled. Queries of a participant count from 1.
public sealed interface QueryEvent extends TrialEvent {
    ParticipantId participant();

    int query();

    /// An edit check fired on what was submitted or corrected.
    ///
    /// @param to the role that is asked
    record QueryRaised(
            ParticipantId participant, int query, String check, String encounter, String form, int entry, String to)
            implements QueryEvent {}

    record QueryAnswered(ParticipantId participant, int query, Answer answer) implements QueryEvent {}

    record QueryClosed(ParticipantId participant, int query, How how) implements QueryEvent {}

    enum Answer {
        CORRECTED,
        CONFIRMED_AS_IS,
        NOT_AVAILABLE
    }

    /// A correction took away what was questioned, or the monitor accepted the answer.
    enum How {
        CORRECTED,
        ACCEPTED
    }
}

package org.equipoise.journal.event;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.language.identity.ParticipantId;

/// How a participant's eligibility was judged, with the evidence each criterion rested on.
public sealed interface ScreeningEvent extends TrialEvent {

    record EligibilityConfirmed(ParticipantId participant, LocalDate date, List<CriterionJudged> criteria)
            implements ScreeningEvent {}

    record ScreeningFailed(ParticipantId participant, LocalDate date, List<CriterionJudged> criteria)
            implements ScreeningEvent {}

    /// One criterion: what it came to and every answer it read.
    record CriterionJudged(String criterion, Verdict verdict, List<Evidence> evidence) {}

    /// An inclusion criterion is met when it holds, an exclusion criterion when it does not. In a failed
    /// screening some may stay unknown.
    enum Verdict {
        MET,
        NOT_MET,
        UNKNOWN
    }

    /// An answer, the clinical date it stands for and the event that recorded it.
    record Evidence(String item, String answer, LocalDate date, long seq) {}
}

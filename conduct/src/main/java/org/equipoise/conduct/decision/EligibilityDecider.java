package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.reading.Study;

/// Eligibility: every inclusion criterion true and every exclusion criterion false, on what is recorded. One that
/// is unknown never passes: the answer is then a refusal that names what would settle it. There is no override.
final class EligibilityDecider {
    private EligibilityDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.ConfirmEligibility confirmation) {
        if (!(participant instanceof Participant.Screening screening)) {
            return Decision.no(new Refusal.NotInScreening(participant.id(), participant.standing()));
        }
        List<Refusal.OpenCriterion> open = new ArrayList<>();
        List<CriterionJudged> judged = judged(setting.study(), setting.index(), screening, confirmation.date(), open);
        if (judged.stream().anyMatch(criterion -> criterion.verdict() == Verdict.NOT_MET)) {
            return Decision.that(new ScreeningFailed(participant.id(), confirmation.date(), judged));
        }
        return open.isEmpty()
                ? Decision.that(new EligibilityConfirmed(participant.id(), confirmation.date(), judged))
                : Decision.no(new Refusal.EligibilityUnknown(participant.id(), open));
    }

    /// @param open takes the criteria that are unknown, with what would settle them
    static List<CriterionJudged> judged(
            Study study,
            StudyIndex index,
            Participant.Screening screening,
            LocalDate date,
            List<Refusal.OpenCriterion> open) {
        List<CriterionJudged> judged = new ArrayList<>();
        for (Criterion criterion : study.criteria()) {
            RecordedAnswers answers = new RecordedAnswers(index, screening, date, criterion.windows());
            Judgement judgement = criterion.holds().judge(answers);
            if (judgement.truth() == Truth.UNKNOWN) {
                open.add(new Refusal.OpenCriterion(criterion.id(), List.copyOf(judgement.settledBy())));
            }
            judged.add(new CriterionJudged(criterion.id(), verdict(criterion, judgement.truth()), answers.evidence()));
        }
        return judged;
    }

    private static Verdict verdict(Criterion criterion, Truth holds) {
        Truth met = criterion.kind() == Criterion.Kind.INCLUSION ? holds : holds.not();
        return switch (met) {
            case TRUE -> Verdict.MET;
            case FALSE -> Verdict.NOT_MET;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }
}

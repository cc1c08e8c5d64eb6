package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.PHARMACIST;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.CONSENT;
import static org.equipoise.conduct.spec.Story.DAY_ONE;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.refusal.Refusal.OpenCriterion;
import org.equipoise.conduct.state.Standing;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.Evidence;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;

/// Consent and eligibility.
final class ScreeningSpecs {
    private static final Command CONFIRM = new Command.ConfirmEligibility(ADA, DAY_ONE);

    private ScreeningSpecs() {}

    static List<Spec> specs() {
        return List.of(
                spec("Giving consent enters screening under the next identifier of the site")
                        .given(Story.consented())
                        .when(COORDINATOR, new Command.RecordConsent("A", CONSENT, "1"))
                        .then(new ConsentGiven(new ParticipantId("A-0002"), "A", CONSENT, "1")),
                spec("Consent is given at a site of the study")
                        .given(Story.open())
                        .when(COORDINATOR, new Command.RecordConsent("Z", CONSENT, "1"))
                        .refused(new Refusal.UnknownSite("Z")),
                spec("Consent can be withdrawn at any time")
                        .given(Story.randomized())
                        .when(INVESTIGATOR, new Command.WithdrawConsent(ADA, DAY_ONE, "moves away"))
                        .then(new ConsentWithdrawn(ADA, DAY_ONE, Said.words("moves away"))),
                spec("Eligibility is confirmed when every criterion is met, with the evidence beside each")
                        .given(Story.filled("54", "no", "160"))
                        .when(INVESTIGATOR, CONFIRM)
                        .then(new EligibilityConfirmed(
                                ADA, DAY_ONE, judged(Verdict.MET, "54", Verdict.MET, "160", Verdict.MET, 12))),
                spec("A criterion that is not met fails the screening")
                        .given(Story.filled("17", "no", "160"))
                        .when(INVESTIGATOR, CONFIRM)
                        .then(new ScreeningFailed(
                                ADA, DAY_ONE, judged(Verdict.NOT_MET, "17", Verdict.MET, "160", Verdict.MET, 12))),
                spec("An unknown never passes: the refusal names what would settle it")
                        .given(Story.filled("54", "no", ""))
                        .when(INVESTIGATOR, CONFIRM)
                        .refused(new Refusal.EligibilityUnknown(ADA, List.of(open("I2", "pressure", "systolic")))),
                spec("A bounded value may be enough: above 200 is not between 140 and 180")
                        .given(Story.filled("54", "no", ">200"))
                        .when(INVESTIGATOR, CONFIRM)
                        .then(new ScreeningFailed(
                                ADA, DAY_ONE, judged(Verdict.MET, "54", Verdict.NOT_MET, "(200, ∞)", Verdict.MET, 12))),
                spec("A value older than its window counts as unknown")
                        .given(Story.filled("54", "no", "160"))
                        .when(INVESTIGATOR, new Command.ConfirmEligibility(ADA, CONSENT.plusDays(15)))
                        .refused(new Refusal.EligibilityUnknown(
                                ADA, List.of(open("I2", "pressure", "systolic"), open("E1", "pressure", "dizzy")))),
                spec("Only an investigator confirms eligibility")
                        .given(Story.filled("54", "no", "160"))
                        .when(PHARMACIST, CONFIRM)
                        .refused(new Refusal.NotYourRole(PHARMACIST, Command.ConfirmEligibility.class)),
                spec("Nobody is judged twice")
                        .given(Story.eligible())
                        .when(INVESTIGATOR, CONFIRM)
                        .refused(new Refusal.NotInScreening(ADA, Standing.ELIGIBLE)),
                spec("A participant who does not exist is not judged")
                        .given(Story.open())
                        .when(INVESTIGATOR, CONFIRM)
                        .refused(new Refusal.UnknownParticipant(ADA)),
                spec("Someone whose screening failed cannot be randomised")
                        .given(failed())
                        .when(INVESTIGATOR, new Command.RandomizeParticipant(ADA, DAY_ONE))
                        .refused(new Refusal.NotEligible(ADA, Standing.SCREENING_FAILED)));
    }

    private static Story.Past failed() {
        return Story.filled("17", "no", "160").and(new ScreeningFailed(ADA, DAY_ONE, List.of()));
    }

    private static OpenCriterion open(String criterion, String form, String item) {
        return new OpenCriterion(criterion, List.of(new ItemName(form, item)));
    }

    private static List<CriterionJudged> judged(
            Verdict age, String ageValue, Verdict systolic, String systolicValue, Verdict dizzy, long formSeq) {
        LocalDate date = CONSENT;
        return List.of(
                new CriterionJudged("I1", age, List.of(new Evidence("entry.age", ageValue, date, formSeq - 1))),
                new CriterionJudged(
                        "I2", systolic, List.of(new Evidence("pressure.systolic", systolicValue, date, formSeq))),
                new CriterionJudged("E1", dizzy, List.of(new Evidence("pressure.dizzy", "no", date, formSeq))));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }
}

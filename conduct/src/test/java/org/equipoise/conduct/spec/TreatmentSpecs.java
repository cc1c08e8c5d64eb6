package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.PHARMACIST;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.DAY_ONE;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Standing;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ItemName;

/// Randomisation, kits, doses, and how participation ends.
final class TreatmentSpecs {
    private static final Command RANDOMIZE = new Command.RandomizeParticipant(ADA, DAY_ONE);

    private static final DispositionEvent.Reason PHYSICIAN_DECISION = DispositionEvent.Reason.PHYSICIAN_DECISION;

    private TreatmentSpecs() {}

    static List<Spec> specs() {
        LocalDate last = DAY_ONE.plusDays(56);
        VisitRecorded lastVisit = new VisitRecorded(ADA, "W8", last, last.minusDays(3), last.plusDays(3), true);
        return List.of(
                spec("An eligible participant is randomised in a stratum; the arm is sealed")
                        .given(Story.eligible())
                        .when(INVESTIGATOR, RANDOMIZE)
                        .then(new ParticipantRandomized(ADA, DAY_ONE, "diabetes=no", SpecDesk.ARM)),
                spec("Nobody is randomised before eligibility is confirmed")
                        .given(Story.filled("54", "no", "160"))
                        .when(INVESTIGATOR, RANDOMIZE)
                        .refused(new Refusal.NotEligible(ADA, Standing.IN_SCREENING)),
                spec("Nobody is randomised twice")
                        .given(Story.randomized())
                        .when(INVESTIGATOR, RANDOMIZE)
                        .refused(new Refusal.NotEligible(ADA, Standing.RANDOMIZED)),
                spec("Nobody is randomised in a stratum that is not known")
                        .given(withoutStratum())
                        .when(INVESTIGATOR, RANDOMIZE)
                        .refused(new Refusal.StratumUnknown(
                                ADA, "diabetes", List.of(new ItemName("entry", "diabetes")))),
                spec("The pharmacist dispenses a kit by its number")
                        .given(Story.randomized())
                        .when(PHARMACIST, new Command.DispenseKit(ADA, "D1", DAY_ONE))
                        .then(new KitDispensed(ADA, "D1", DAY_ONE, SpecDesk.KIT)),
                spec("A kit is dispensed once a visit")
                        .given(Story.dispensed())
                        .when(PHARMACIST, new Command.DispenseKit(ADA, "D1", DAY_ONE))
                        .refused(new Refusal.KitAlreadyDispensed("D1")),
                spec("No kit without randomisation")
                        .given(Story.eligible())
                        .when(PHARMACIST, new Command.DispenseKit(ADA, "D1", DAY_ONE))
                        .refused(new Refusal.NotRandomized(ADA, Standing.ELIGIBLE)),
                spec("A dose is given on its day, counted from the visit that dispensed the kit")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordDose(ADA, 2, DAY_ONE.plusDays(7)))
                        .then(new DoseGiven(ADA, 2, DAY_ONE.plusDays(7), DAY_ONE.plusDays(7), SpecDesk.KIT)),
                spec("A late dose is missed, not made up")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordDose(ADA, 2, DAY_ONE.plusDays(8)))
                        .refused(new Refusal.DoseNotOnItsDay(2, DAY_ONE.plusDays(7), DAY_ONE.plusDays(8))),
                spec("A missed dose has a reason")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordMissedDose(ADA, 1, DosingEvent.Reason.DID_NOT_COME))
                        .then(new DoseMissed(ADA, 1, DAY_ONE, DosingEvent.Reason.DID_NOT_COME, null)),
                spec("What is said of it beyond the reason is under the participant's key")
                        .given(Story.dispensed())
                        .when(
                                COORDINATOR,
                                new Command.RecordMissedDose(
                                        ADA, 1, DosingEvent.Reason.OTHER, "her sister's wedding in Ankara"))
                        .then(new DoseMissed(
                                ADA,
                                1,
                                DAY_ONE,
                                DosingEvent.Reason.OTHER,
                                Said.words("her sister's wedding in Ankara"))),
                spec("'Other' is not enough")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordMissedDose(ADA, 1, DosingEvent.Reason.OTHER, " "))
                        .refused(new Refusal.OtherUnsaid()),
                spec("Nobody writes a novel")
                        .given(Story.dispensed())
                        .when(
                                COORDINATOR,
                                new Command.RecordMissedDose(ADA, 1, DosingEvent.Reason.OTHER, "x".repeat(1001)))
                        .refused(new Refusal.TooManyWords(1000)),
                spec("A dose needs the kit of its cycle")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordDose(ADA, 5, DAY_ONE.plusDays(28)))
                        .refused(new Refusal.NoKitForDose(5)),
                spec("The regimen has so many doses and no more")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordDose(ADA, 9, DAY_ONE))
                        .refused(new Refusal.UnknownDose(9, 8)),
                spec("A participant completes with the last visit")
                        .given(Story.randomized().and(lastVisit))
                        .when(COORDINATOR, new Command.CompleteParticipant(ADA, last))
                        .then(new ParticipantCompleted(ADA, last)),
                spec("Nobody completes without the last visit")
                        .given(Story.randomized())
                        .when(COORDINATOR, new Command.CompleteParticipant(ADA, last))
                        .refused(new Refusal.VisitsOutstanding(List.of("W8"))),
                spec("A participant who leaves early is discontinued, with the reason")
                        .given(Story.dispensed())
                        .when(
                                INVESTIGATOR,
                                new Command.DiscontinueParticipant(ADA, last, PHYSICIAN_DECISION, "too frail"))
                        .then(new ParticipantDiscontinued(ADA, last, PHYSICIAN_DECISION, Said.words("too frail"))),
                spec("'Other' is not enough to leave either")
                        .given(Story.dispensed())
                        .when(
                                INVESTIGATOR,
                                new Command.DiscontinueParticipant(ADA, last, DispositionEvent.Reason.OTHER))
                        .refused(new Refusal.OtherUnsaid()),
                spec("Nothing more is recorded of someone who has left, except corrections")
                        .given(Story.completed())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W4", DAY_ONE.plusDays(28)))
                        .refused(new Refusal.ParticipationEnded(ADA, Standing.COMPLETED)));
    }

    private static Story.Past withoutStratum() {
        return Story.filled("54", "", "160")
                .and(
                        new VisitRecorded(ADA, "D1", DAY_ONE, DAY_ONE, DAY_ONE, true),
                        new EligibilityConfirmed(ADA, DAY_ONE, List.of()));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }
}

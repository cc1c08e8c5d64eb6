package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.spec.Amended.APPROVAL;
import static org.equipoise.conduct.spec.Amended.BEA;
import static org.equipoise.conduct.spec.Amended.CLEO;
import static org.equipoise.conduct.spec.Amended.WEEK_EIGHT;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.CONSENT;
import static org.equipoise.conduct.spec.Story.DAY_ONE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.AmendmentFault;
import org.equipoise.conduct.refusal.AmendmentFault.CommittedPart;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.Evidence;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// Amending a protocol while people are in the trial.
final class AmendmentSpecs {
    private static final LocalDate WEEK_TWO = DAY_ONE.plusDays(11);
    private static final LocalDate LATE = WEEK_EIGHT.plusDays(7);

    private AmendmentSpecs() {}

    static List<Spec> activation() {
        Study everyone = Amended.with("protocol.yaml", "reconsent: in-treatment", "reconsent: all");
        Study nobody = Amended.with("protocol.yaml", "reconsent: in-treatment", "reconsent: none");
        Study retiring = Amended.with(
                "forms/pressure.yaml",
                "  - id: diastolic",
                "  - id: lower",
                "protocol.yaml",
                "retires: []",
                "retires: [pressure.diastolic]");
        Study undecided = Story.read("pressure-dose", Path.of("trials", "pressure-dose"), Path.of(WATCHED));
        return List.of(
                spec("An amendment applies at once to whoever need not consent again, and to the others when they have")
                        .given(Amended.three())
                        .when(SPONSOR, activate(Amended.STUDY))
                        .then(
                                new ProtocolActivated(2, Amended.STUDY.conduct().hash()),
                                new SiteOpened("B", "+01:00"),
                                new AmendmentActivated(2, APPROVAL, List.of(CLEO), List.of(ADA, BEA))),
                spec("Where everyone has to consent again, everyone in the trial waits")
                        .amended(everyone)
                        .given(Amended.three())
                        .when(SPONSOR, activate(everyone))
                        .then(
                                new ProtocolActivated(2, everyone.conduct().hash()),
                                new SiteOpened("B", "+01:00"),
                                new AmendmentActivated(2, APPROVAL, List.of(), List.of(ADA, BEA, CLEO))),
                spec("Where nobody has to consent again, it applies to everyone at once")
                        .amended(nobody)
                        .given(Amended.three())
                        .when(SPONSOR, activate(nobody))
                        .then(
                                new ProtocolActivated(2, nobody.conduct().hash()),
                                new SiteOpened("B", "+01:00"),
                                new AmendmentActivated(2, APPROVAL, List.of(ADA, BEA, CLEO), List.of())),
                spec("Whoever has left the trial stays with the version they followed")
                        .given(Story.completed())
                        .when(SPONSOR, activate(Amended.STUDY))
                        .then(
                                new ProtocolActivated(2, Amended.STUDY.conduct().hash()),
                                new SiteOpened("B", "+01:00"),
                                new AmendmentActivated(2, APPROVAL, List.of(), List.of())),
                spec("Whoever waits for one amendment is not carried past it by the next")
                        .amended(nobody)
                        .given(Amended.activated())
                        .when(SPONSOR, activate(nobody))
                        .then(
                                new ProtocolActivated(3, nobody.conduct().hash()),
                                new AmendmentActivated(3, APPROVAL, List.of(CLEO), List.of())),
                spec("What is recorded may be given up on purpose")
                        .amended(retiring)
                        .given(Amended.three())
                        .when(SPONSOR, activate(retiring))
                        .then(
                                new ProtocolActivated(2, retiring.conduct().hash()),
                                new SiteOpened("B", "+01:00"),
                                new AmendmentActivated(2, APPROVAL, List.of(CLEO), List.of(ADA, BEA))),
                spec("Only the sponsor activates an amendment")
                        .given(Amended.three())
                        .when(COORDINATOR, activate(Amended.STUDY))
                        .refused(new Refusal.NotYourRole(COORDINATOR, Command.ActivateAmendment.class)),
                spec("An amendment is activated with its approval")
                        .given(Amended.three())
                        .when(
                                SPONSOR,
                                new Command.ActivateAmendment(
                                        Amended.STUDY.conduct().hash(), " "))
                        .refused(new Refusal.ApprovalMissing()),
                spec("Nothing is activated that is not at hand")
                        .given(Story.open())
                        .when(SPONSOR, new Command.ActivateAmendment(SpecDesk.COMMITMENT, APPROVAL))
                        .refused(new Refusal.ProtocolUnknown(SpecDesk.COMMITMENT)),
                spec("The version in force is no amendment")
                        .given(Amended.activated())
                        .when(SPONSOR, activate(Amended.STUDY))
                        .refused(new Refusal.NothingAmended(2)),
                spec("An amended version says who has to consent again")
                        .amended(undecided)
                        .given(Story.open())
                        .when(SPONSOR, activate(undecided))
                        .refused(new Refusal.ReconsentUndecided()));
    }

    static List<Spec> faults() {
        return Stream.of(
                        fault(
                                "What is recorded is not dropped by a slip of the pen",
                                Amended.only(
                                        "forms/entry.yaml",
                                        "  - id: age",
                                        "  - id: years",
                                        "eligibility.yaml",
                                        "entry.age",
                                        "entry.years"),
                                new AmendmentFault.Gone("entry.age", 2)),
                        fault(
                                "What people are asked is not read in another unit",
                                Amended.only(
                                        "forms/pressure.yaml",
                                        "unit: mm[Hg]\n    range: ['20', '200']",
                                        "unit: kPa\n    range: ['2', '30']"),
                                new AmendmentFault.ReadOtherwise(new ItemName("pressure", "diastolic"))),
                        fault(
                                "What people are asked in the open is not sealed afterwards",
                                Amended.only(
                                        "forms/pressure.yaml",
                                        "  - id: diastolic",
                                        "  - id: diastolic\n    unblinding: true"),
                                new AmendmentFault.ReadOtherwise(new ItemName("pressure", "diastolic"))),
                        fault(
                                "Who people are is not shown afterwards",
                                Amended.only(
                                        "forms/contact.yaml",
                                        "longest: 40\n    required: false\n    identifying: true",
                                        "longest: 40\n    required: false"),
                                new AmendmentFault.ReadOtherwise(new ItemName("contact", "telephone"))),
                        fault(
                                "A code that is recorded is kept",
                                Amended.only("forms/pressure.yaml", "codes: ['no', 'yes']", "codes: ['yes', mildly]"),
                                new AmendmentFault.CodesGone(new ItemName("pressure", "dizzy"), List.of("no"))),
                        fault(
                                "A visit that took place is not dropped by a slip of the pen",
                                Amended.only(
                                        "schedule.yaml",
                                        "  - id: W8",
                                        "  - id: W9",
                                        "endpoints.yaml",
                                        "at: W8",
                                        "at: W9"),
                                new AmendmentFault.Gone("W8", 1)),
                        fault(
                                "Arms and ratio stay as the vault was told",
                                Amended.only(
                                        "protocol.yaml",
                                        "share: 2\n    amount: 20 mg",
                                        "share: 1\n    amount: 20 mg",
                                        "protocol.yaml",
                                        "share: 1\n    amount: 10 mg",
                                        "share: 2\n    amount: 10 mg"),
                                new AmendmentFault.Committed(CommittedPart.ARMS)),
                        fault(
                                "So do blocks",
                                Amended.only("protocol.yaml", "block-sizes: [4, 8]", "block-sizes: [8]"),
                                new AmendmentFault.Committed(CommittedPart.PROCEDURE)),
                        fault(
                                "So do strata",
                                Amended.only("protocol.yaml", "entry.diabetes == 'no'", "entry.diabetes != 'yes'"),
                                new AmendmentFault.Committed(CommittedPart.STRATA)),
                        fault(
                                "No more are randomised than the list has places for",
                                Amended.only("protocol.yaml", "participants: 40", "participants: 48"),
                                new AmendmentFault.Committed(CommittedPart.PARTICIPANTS)),
                        fault(
                                "Doses keep their numbers",
                                Amended.only("protocol.yaml", "[1, 8, 15, 22]", "[1, 15]"),
                                new AmendmentFault.DosesRenumbered(2)),
                        fault(
                                "There are no more kits than the vault has",
                                Amended.only(
                                        "schedule.yaml",
                                        "window: {before: 3, after: 3}",
                                        "window: {before: 3, after: 3}\n    activities: [dispensing]"),
                                new AmendmentFault.Committed(CommittedPart.KITS)),
                        fault(
                                "Kits go on being counted",
                                Amended.only("protocol.yaml", supply(), ""),
                                new AmendmentFault.Committed(CommittedPart.SUPPLY)),
                        fault(
                                "The day of randomisation stays what study days are counted from, and more than one fault is"
                                        + " told at once",
                                Amended.only("schedule.yaml", "id: D1", "id: D0", "endpoints.yaml", "D1", "D0"),
                                new AmendmentFault.Committed(CommittedPart.DAY_ONE),
                                new AmendmentFault.DosesRenumbered(2),
                                new AmendmentFault.Gone("D1", 1)),
                        logged())
                .toList();
    }

    static List<Spec> inFlight() {
        FormCorrected age =
                new FormCorrected(ADA, "SCR", "entry", Said.words("misheard"), List.of(Story.value("age", "55")));
        return List.of(
                spec("Whoever comes after the activation follows the amended version, at a site it opened")
                        .given(Amended.activated())
                        .when(COORDINATOR, new Command.RecordConsent("B", DAY_ONE, "2"))
                        .then(new ConsentGiven(new ParticipantId("B-0001"), "B", DAY_ONE, "2")),
                spec("Whoever follows the amended version has its windows")
                        .given(Amended.renewed(ADA, "Ada"))
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W8", LATE))
                        .then(new VisitRecorded(
                                ADA, "W8", LATE, WEEK_EIGHT.minusDays(3), WEEK_EIGHT.plusDays(9), true)),
                spec("Whoever waits has the windows of the version they consented to")
                        .given(Amended.activated())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W8", LATE))
                        .then(new VisitRecorded(
                                ADA, "W8", LATE, WEEK_EIGHT.minusDays(3), WEEK_EIGHT.plusDays(3), false)),
                spec("A visit that only the amended version has needs renewed consent")
                        .given(Amended.activated())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W2", WEEK_TWO))
                        .refused(new Refusal.ReconsentFirst(ADA, 1, 2, Command.RecordVisit.class)),
                spec("With renewed consent it is recorded")
                        .given(Amended.renewed(ADA, "Ada"))
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W2", WEEK_TWO))
                        .then(new VisitRecorded(
                                ADA, "W2", WEEK_TWO, WEEK_TWO.minusDays(1), WEEK_TWO.plusDays(1), true)),
                spec("A question that only the amended version asks needs renewed consent")
                        .given(Amended.activated().and(new VisitRecorded(BEA, "D1", DAY_ONE, DAY_ONE, DAY_ONE, true)))
                        .when(COORDINATOR, submit(BEA, "D1", withPulse()))
                        .refused(new Refusal.ReconsentFirst(BEA, 1, 2, Command.SubmitForm.class)),
                spec("The form of the version they consented to goes on being filled in")
                        .given(Amended.activated().and(new VisitRecorded(BEA, "D1", DAY_ONE, DAY_ONE, DAY_ONE, true)))
                        .when(COORDINATOR, submit(BEA, "D1", Story.pressure("145", "88", "no")))
                        .then(new FormSubmitted(BEA, "D1", "pressure", Story.pressure("145", "88", "no"))),
                spec("With renewed consent the new question has to be answered")
                        .given(Amended.renewed(BEA, "Bea")
                                .and(new VisitRecorded(BEA, "D1", DAY_ONE, DAY_ONE, DAY_ONE, true)))
                        .when(COORDINATOR, submit(BEA, "D1", Story.pressure("145", "88", "no")))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.Missing("pulse")))),
                spec("Nobody steps into the trial under a version that is no longer in force")
                        .given(Amended.activated())
                        .when(INVESTIGATOR, new Command.ConfirmEligibility(BEA, DAY_ONE))
                        .refused(new Refusal.ReconsentFirst(BEA, 1, 2, Command.ConfirmEligibility.class)),
                spec("With renewed consent eligibility is judged by the amended criteria")
                        .given(Amended.renewed(BEA, "Bea"))
                        .when(INVESTIGATOR, new Command.ConfirmEligibility(BEA, DAY_ONE))
                        .then(failed()),
                spec("What was written before can be corrected without the new question")
                        .given(Amended.renewed(ADA, "Ada"))
                        .when(COORDINATOR, new Command.CorrectForm(ADA, "SCR", "entry", "misheard", age.changes()))
                        .then(age),
                spec("Consent is renewed by whoever waits")
                        .given(Amended.activated())
                        .when(COORDINATOR, new Command.RenewConsent(ADA, WEEK_TWO, "2"))
                        .then(new ConsentRenewed(ADA, WEEK_TWO, "2")),
                spec("Consent is renewed once")
                        .given(Amended.renewed(ADA, "Ada"))
                        .when(COORDINATOR, new Command.RenewConsent(ADA, WEEK_TWO, "2"))
                        .refused(new Refusal.NothingToConsentTo(ADA, 2)),
                spec("Whom the amendment does not ask has nothing to consent to")
                        .given(Amended.activated())
                        .when(COORDINATOR, new Command.RenewConsent(CLEO, LATE, "2"))
                        .refused(new Refusal.NothingToConsentTo(CLEO, 2)),
                spec("Consent is not renewed before it was given")
                        .given(Amended.activated())
                        .when(COORDINATOR, new Command.RenewConsent(ADA, CONSENT.minusDays(1), "2"))
                        .refused(new Refusal.BeforeConsent(CONSENT.minusDays(1), CONSENT)));
    }

    private static final String WATCHED = "conduct/src/test/resources/watched-study";

    private static Command activate(Study study) {
        return new Command.ActivateAmendment(study.conduct().hash(), APPROVAL);
    }

    private static Spec fault(String title, Study amended, AmendmentFault... faults) {
        return spec(title)
                .amended(amended)
                .given(Amended.three())
                .when(SPONSOR, activate(amended))
                .refused(new Refusal.NotASuccessor(List.of(faults)));
    }

    /// In the study that is watched more closely, which has a log.
    private static Spec logged() {
        Study amended = Watched.withoutLog();
        return new Spec("A log stays a log", Watched.STUDY)
                .amended(amended)
                .given(Watched.fell())
                .when(SPONSOR, activate(amended))
                .refused(new Refusal.NotASuccessor(List.of(new AmendmentFault.LogOrNot("harm"))));
    }

    private static Command submit(ParticipantId participant, String encounter, List<ItemChange> entries) {
        return new Command.SubmitForm(participant, encounter, "pressure", entries);
    }

    private static List<ItemChange> withPulse() {
        return Stream.concat(Story.pressure("145", "88", "no").stream(), Stream.of(Story.value("pulse", "72")))
                .toList();
    }

    private static ScreeningFailed failed() {
        return new ScreeningFailed(
                BEA,
                DAY_ONE,
                List.of(
                        judged("I1", Verdict.MET, "entry.age", "61", 20),
                        judged("I2", Verdict.NOT_MET, "pressure.systolic", "145", 21),
                        judged("E1", Verdict.MET, "pressure.dizzy", "no", 21)));
    }

    private static CriterionJudged judged(String id, Verdict verdict, String item, String answer, long seq) {
        return new CriterionJudged(id, verdict, List.of(new Evidence(item, answer, CONSENT, seq)));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY).amended(Amended.STUDY);
    }

    /// What the study says of its supply, as it stands in the file.
    private static String supply() {
        String protocol = new String(
                Objects.requireNonNull(Story.STUDY.folder().files().get("protocol.yaml")), StandardCharsets.UTF_8);
        return protocol.substring(protocol.indexOf("supply:"), protocol.indexOf("sites:"));
    }
}

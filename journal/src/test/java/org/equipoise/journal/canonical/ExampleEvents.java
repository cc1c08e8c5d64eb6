package org.equipoise.journal.canonical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.Evidence;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.journal.event.StudyEvent.AllocationCommitted;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.event.StudyEvent.ClockAnomaly;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.SupplyEvent.KitReturned;
import org.equipoise.journal.event.SupplyEvent.KitsAccepted;
import org.equipoise.journal.event.SupplyEvent.KitsDestroyed;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.journal.event.SupplyEvent.KitsLost;
import org.equipoise.journal.event.SupplyEvent.KitsQuarantined;
import org.equipoise.journal.event.SupplyEvent.KitsReleased;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.event.SupplyEvent.KitsWithdrawn;
import org.equipoise.journal.event.SupplyEvent.ShipmentArrived;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// One event of every kind, and one more where something may be absent, each under the name of its approved
/// bytes.
final class ExampleEvents {
    private static final ParticipantId WHO = new ParticipantId("S01-0007");
    private static final LocalDate DAY = LocalDate.of(2016, 2, 29);
    private static final Confidential WORDS = new Confidential("0c1d2e");
    private static final Digest DIGEST = new Digest("00ff".repeat(16));

    private ExampleEvents() {}

    static Map<String, JournalledEvent> all() {
        Map<String, TrialEvent> events = new TreeMap<>();
        study(events);
        screening(events);
        allocation(events);
        supply(events);
        care(events);
        forms(events);
        logs(events);
        Map<String, JournalledEvent> journalled = new TreeMap<>();
        events.forEach((name, event) -> journalled.put(name, journalled(name, event)));
        return journalled;
    }

    private static JournalledEvent journalled(String name, TrialEvent event) {
        var actor = new Actor("nurse \"李\"", "investigator");
        return new JournalledEvent(412, 1_456_704_000_123_456L, actor, "command-" + name, 1, event);
    }

    private static void study(Map<String, TrialEvent> events) {
        events.put("StudyOpened.v1", new StudyOpened("il2-lupus", Mode.REHEARSAL));
        events.put("StudyOpened.v1.live", new StudyOpened("il2-lupus", Mode.LIVE));
        events.put("SiteOpened.v1", new SiteOpened("S01", "+08:00"));
        events.put("ProtocolActivated.v1", new ProtocolActivated(1, DIGEST));
        events.put(
                "AmendmentActivated.v1",
                new AmendmentActivated(2, "EC 2016/7", List.of(WHO), List.of(new ParticipantId("S01-0008"))));
        events.put("AmendmentActivated.v1.nobody", new AmendmentActivated(2, "EC 2016/7", List.of(), List.of()));
        events.put("AllocationCommitted.v1", new AllocationCommitted("permuted-blocks 1", DIGEST));
        events.put("RevealAuthorized.v1", new RevealAuthorized(DIGEST, DIGEST, DIGEST));
        events.put("ClockAnomaly.v1", new ClockAnomaly(1_456_704_000_123_456L, 1_456_707_600_123_456L));
        events.put("StudyLocked.v1", new StudyLocked("All queries are closed.\nNothing is missing.\t✓"));
    }

    private static void screening(Map<String, TrialEvent> events) {
        events.put("ConsentGiven.v1", new ConsentGiven(WHO, "S01", DAY, "2.1"));
        events.put("ConsentRenewed.v1", new ConsentRenewed(WHO, DAY, "3.0"));
        events.put("ConsentWithdrawn.v1", new ConsentWithdrawn(WHO, DAY, WORDS));
        events.put("ConsentWithdrawn.v1.unsaid", new ConsentWithdrawn(WHO, DAY, null));
        var platelets = new Evidence("labs.platelets", "99", DAY, 17);
        var rash = new Evidence("activity.rash", "yes", DAY, 9_007_199_254_740_991L);
        var met = new CriterionJudged("I3", Verdict.MET, List.of(platelets, rash));
        var unmet = new CriterionJudged("E1", Verdict.NOT_MET, List.of());
        var unknown = new CriterionJudged("E2", Verdict.UNKNOWN, List.of(rash));
        events.put("EligibilityConfirmed.v1", new EligibilityConfirmed(WHO, DAY, List.of(met)));
        events.put("ScreeningFailed.v1", new ScreeningFailed(WHO, DAY, List.of(met, unmet, unknown)));
        events.put("ScreeningFailed.v1.none", new ScreeningFailed(WHO, DAY, List.of()));
    }

    private static void allocation(Map<String, TrialEvent> events) {
        events.put("ParticipantRandomized.v1", new ParticipantRandomized(WHO, DAY, "sledai>=12", new Sealed("0a1b")));
        events.put("KitDispensed.v1", new KitDispensed(WHO, "week-2", DAY, new KitNumber("K-20417")));
        events.put("CodeBroken.v1", new CodeBroken(WHO, 2, "Dr Night", WORDS, 1_456_704_000_123_456L));
        events.put("VaultAnchored.v1", new VaultAnchored(86, DIGEST));
        var arms = List.of(new ArmNamed(new ArmCode("q7"), "placebo"), new ArmNamed(new ArmCode("c2"), "il2"));
        var assigned = List.of(new Assignment(WHO, new ArmCode("c2")));
        events.put("TreatmentsRevealed.v1", new TreatmentsRevealed("statistician", "locked", "0f", arms, assigned));
    }

    private static void supply(Map<String, TrialEvent> events) {
        var kits = List.of(new KitNumber("204170-1"), new KitNumber("731905-2"));
        var day = DAY.plusDays(1);
        events.put("KitsLabelled.v1", new KitsLabelled("central", DAY, DAY.plusYears(2), kits));
        events.put("KitsShipped.v1", new KitsShipped(3, "central", "S01", DAY, kits));
        events.put("ShipmentArrived.v1", new ShipmentArrived(3, day, 2));
        events.put("KitsAccepted.v1", new KitsAccepted(3, day, "2.5", "7.80", kits));
        events.put("KitsAccepted.v1.none", new KitsAccepted(3, day, "-1", "7.80", List.of()));
        events.put("KitsQuarantined.v1", new KitsQuarantined("S01", day, "the fridge stood at 11 °C", kits));
        events.put("KitsReleased.v1", new KitsReleased("S01", day, "stable for a day at 25 °C", kits));
        events.put("KitsWithdrawn.v1", new KitsWithdrawn("S01", day, "expired", kits));
        events.put("KitsDestroyed.v1", new KitsDestroyed("S01", day, "pharmacist 2", kits));
        events.put("KitsLost.v1", new KitsLost("S01", day, "missing", kits));
        events.put("KitReturned.v1", new KitReturned(WHO, kits.getFirst(), day, 2));
        events.put("KitReplaced.v1", new KitReplaced(WHO, "week-2", day, kits.getFirst(), kits.getLast(), WORDS));
    }

    private static void care(Map<String, TrialEvent> events) {
        events.put("VisitRecorded.v1", new VisitRecorded(WHO, "week-2", DAY, DAY.minusDays(2), DAY.plusDays(2), true));
        events.put("DoseGiven.v1", new DoseGiven(WHO, 3, DAY, DAY.plusDays(1), new KitNumber("K-20417")));
        events.put("DoseMissed.v1", new DoseMissed(WHO, 4, DAY, DosingEvent.Reason.ADVERSE_EVENT, WORDS));
        events.put("DoseMissed.v1.plain", new DoseMissed(WHO, 4, DAY, DosingEvent.Reason.DID_NOT_COME, null));
        events.put("ParticipantCompleted.v1", new ParticipantCompleted(WHO, DAY));
        var lost = DispositionEvent.Reason.LOST_TO_FOLLOW_UP;
        events.put("ParticipantDiscontinued.v1", new ParticipantDiscontinued(WHO, DAY, lost, WORDS));
        events.put("ParticipantDiscontinued.v1.plain", new ParticipantDiscontinued(WHO, DAY, lost, null));
        events.put("PersonErased.v1", new PersonErased(WHO, Ground.NO_LONGER_NECESSARY));
    }

    private static void forms(Map<String, TrialEvent> events) {
        var entered = List.of(new ItemChange("rash", "yes", null), new ItemChange("protein", "0.50", null));
        var missing = List.of(new ItemChange("c3", null, "not-done"), new ItemChange("c4", "0.12", null));
        events.put("FormSubmitted.v1", new FormSubmitted(WHO, "week-12", "activity", entered));
        events.put("FormSubmitted.v1.missing", new FormSubmitted(WHO, "week-12", "labs", missing));
        events.put("FormCorrected.v1", new FormCorrected(WHO, "week-12", "activity", WORDS, entered));
        events.put("FormCorrected.v1.missing", new FormCorrected(WHO, "week-12", "labs", WORDS, missing));
    }

    private static void logs(Map<String, TrialEvent> events) {
        var entered = List.of(new ItemChange("term", "fever", null), new ItemChange("ended", null, "ongoing"));
        var sealed = List.of(new ItemChange("cells", new Sealed("0a1b")), new ItemChange("n", "3", null));
        events.put("FormSubmitted.v1.log", new FormSubmitted(WHO, FormEvent.LOG, "adverse_event", 2, entered));
        events.put("FormSubmitted.v1.sealed", new FormSubmitted(WHO, "week-2", "cytometry", sealed));
        var own = List.of(new ItemChange("verbatim", WORDS));
        events.put("FormSubmitted.v1.confidential", new FormSubmitted(WHO, FormEvent.LOG, "adverse_event", 3, own));
        events.put("FormCorrected.v1.log", new FormCorrected(WHO, FormEvent.LOG, "adverse_event", 2, WORDS, entered));
        events.put("QueryRaised.v1", new QueryRaised(WHO, 1, "C01", "week-2", "labs", 0, "assessor"));
        events.put(
                "QueryRaised.v1.log", new QueryRaised(WHO, 2, "C60", FormEvent.LOG, "adverse_event", 2, "coordinator"));
        events.put("QueryAnswered.v1", new QueryAnswered(WHO, 1, QueryEvent.Answer.CONFIRMED_AS_IS));
        events.put("QueryClosed.v1", new QueryClosed(WHO, 1, QueryEvent.How.ACCEPTED));
        events.put(
                "ReportingClockStarted.v1",
                new ReportingClockStarted(
                        WHO, "adverse_event", 2, "sae", 1_456_704_000_123_456L, 1_456_790_400_123_456L));
        var opened = List.of(new OpenedItem(17, 1, "8.25"), new OpenedItem(99, 12, "<0.5"));
        events.put("SealedItemsOpened.v1", new SealedItemsOpened(WHO, opened));
    }
}

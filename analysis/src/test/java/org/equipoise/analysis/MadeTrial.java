package org.equipoise.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.reading.Study;

/// A trial made for a test: participants with the outcome wanted, by the events that would have recorded it.
public final class MadeTrial {
    private static final LocalDate DAY_ONE = LocalDate.parse("2026-03-02");

    private final Study study;
    private final List<JournalledEvent> events = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private int participants;

    public MadeTrial(Study study) {
        this.study = study;
    }

    private void add(TrialEvent event) {
        long seq = events.size() + 1L;
        events.add(new JournalledEvent(seq, seq, new Actor("n1", "nurse"), "c" + seq, 1, event));
    }

    private ParticipantId consented() {
        participants++;
        ParticipantId id = new ParticipantId("S01-%04d".formatted(participants));
        add(new ConsentGiven(id, "S01", DAY_ONE, "1"));
        return id;
    }

    public MadeTrial undecided() {
        consented();
        return this;
    }

    public MadeTrial withdrawn() {
        add(new ConsentWithdrawn(consented(), DAY_ONE, null));
        return this;
    }

    public MadeTrial failed(String... criteria) {
        List<CriterionJudged> judged = Stream.of(criteria)
                .map(criterion -> new CriterionJudged(criterion, Verdict.NOT_MET, List.of()))
                .toList();
        add(new ScreeningFailed(consented(), DAY_ONE, judged));
        return this;
    }

    /// Someone randomised of whom nothing more is known.
    public ParticipantId randomized(String stratum, String arm) {
        ParticipantId id = consented();
        add(new EligibilityConfirmed(id, DAY_ONE, List.of()));
        add(new ParticipantRandomized(id, DAY_ONE, stratum, new Sealed("5ea1ed")));
        assignments.add(new Assignment(id, code(arm)));
        return id;
    }

    public MadeTrial completed(ParticipantId id) {
        add(new ParticipantCompleted(id, DAY_ONE.plusDays(84)));
        return this;
    }

    public MadeTrial discontinued(ParticipantId id) {
        add(new ParticipantDiscontinued(id, DAY_ONE.plusDays(30), DispositionEvent.Reason.LOST_TO_FOLLOW_UP, null));
        return this;
    }

    public MadeTrial dosed(ParticipantId id, int dose) {
        add(new DoseGiven(id, dose, DAY_ONE, DAY_ONE, new KitNumber("K-" + dose)));
        return this;
    }

    public MadeTrial doseMissed(ParticipantId id, int dose) {
        add(new DoseMissed(id, dose, DAY_ONE, DosingEvent.Reason.FORGOTTEN, null));
        return this;
    }

    /// Participants of the made study who are better at week 8, or are not, and who had a dose.
    public MadeTrial responses(String stratum, String arm, int responders, int size) {
        for (int i = 0; i < size; i++) {
            ParticipantId id = randomized(stratum, arm);
            state(id, "D1", "no", "no", "10", "no");
            state(id, "W8", i < responders ? "yes" : "no", "no", "9", "no");
            completed(id);
        }
        return this;
    }

    public MadeTrial entry(ParticipantId id, String age, String severe, String sex) {
        return submit(id, "SCR", "entry", "age", age, "severe", severe, "sex", sex);
    }

    /// A visit held, and the state found at it.
    public MadeTrial state(
            ParticipantId id, String encounter, String better, String kidney, String level, String rescue) {
        LocalDate day = study.design().encounter(encounter).orElseThrow().planned(DAY_ONE);
        add(new VisitRecorded(id, encounter, day, day, day, true));
        return submit(id, encounter, "state", "better", better, "kidney", kidney, "level", level, "rescue", rescue);
    }

    /// Items, each followed by its value; one whose value is empty was not done.
    public MadeTrial submit(ParticipantId id, String encounter, String form, String... items) {
        List<ItemChange> changes = new ArrayList<>();
        for (int at = 0; at < items.length; at += 2) {
            changes.add(
                    items[at + 1].isEmpty()
                            ? new ItemChange(items[at], null, "not done")
                            : new ItemChange(items[at], items[at + 1], null));
        }
        add(new FormSubmitted(id, encounter, form, changes));
        return this;
    }

    /// A participant of the pressure study with this change.
    public MadeTrial change(String stratum, String arm, String change) {
        ParticipantId id = randomized(stratum, arm);
        systolic(id, "D1", "150");
        systolic(id, "W8", new BigDecimal("150").add(new BigDecimal(change)).toPlainString());
        return completed(id);
    }

    private void systolic(ParticipantId id, String encounter, String value) {
        add(new FormSubmitted(id, encounter, "pressure", List.of(new ItemChange("systolic", value, null))));
    }

    /// The journal, its last event being the reveal.
    public List<JournalledEvent> events() {
        List<ArmNamed> arms = study.design().arms().stream()
                .map(arm -> new ArmNamed(code(arm.id()), arm.id()))
                .toList();
        List<JournalledEvent> all = new ArrayList<>(events);
        long seq = events.size() + 1L;
        all.add(new JournalledEvent(
                seq,
                seq,
                new Actor("stat", "statistician"),
                "c" + seq,
                1,
                new TreatmentsRevealed("Dr Li", "planned end of the trial", "", arms, assignments)));
        return all;
    }

    public TreatmentView.Revealed revealed() {
        return (TreatmentView.Revealed) TreatmentView.of(events());
    }

    public Datasets datasets(TreatmentView view) {
        return Datasets.of(study, events(), view);
    }

    private ArmCode code(String arm) {
        List<String> arms = study.design().arms().stream().map(Arm::id).toList();
        return new ArmCode("code-" + arms.indexOf(arm));
    }
}

package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.CONSENT;
import static org.equipoise.conduct.spec.Story.DAY_ONE;
import static org.equipoise.conduct.spec.Story.value;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Standing;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.value.Span;
import org.equipoise.protocol.form.Form;

/// Visits and forms.
final class RecordingSpecs {
    private static final Form PRESSURE = Story.STUDY.form("pressure").orElseThrow();

    private RecordingSpecs() {}

    static List<Spec> specs() {
        LocalDate weekFour = DAY_ONE.plusDays(28);
        LocalDate late = weekFour.plusDays(5);
        return List.of(
                spec("A visit is recorded with the window that applied")
                        .given(Story.randomized())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W4", weekFour))
                        .then(new VisitRecorded(
                                ADA, "W4", weekFour, weekFour.minusDays(2), weekFour.plusDays(2), true)),
                spec("A visit outside its window is recorded as such: what happened, happened")
                        .given(Story.randomized())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W4", late))
                        .then(new VisitRecorded(ADA, "W4", late, weekFour.minusDays(2), weekFour.plusDays(2), false)),
                spec("Nothing is done before consent")
                        .given(Story.consented())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "SCR", CONSENT.minusDays(1)))
                        .refused(new Refusal.BeforeConsent(CONSENT.minusDays(1), CONSENT)),
                spec("Day 1 on the day of screening is outside the window of screening, and is recorded so")
                        .given(Story.screened())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "D1", CONSENT))
                        .then(new VisitRecorded(ADA, "D1", CONSENT, CONSENT.plusDays(1), CONSENT.plusDays(14), false)),
                spec("A visit dated before an earlier one is a slip of the pen")
                        .given(Story.randomized())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W4", DAY_ONE.minusDays(1)))
                        .refused(new Refusal.VisitOutOfOrder("W4", DAY_ONE.minusDays(1), "D1", DAY_ONE)),
                spec("A visit is recorded once")
                        .given(Story.screened())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "SCR", CONSENT))
                        .refused(new Refusal.VisitAlreadyRecorded("SCR", CONSENT)),
                spec("Visits after day 1 are for randomised participants")
                        .given(Story.screened())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W4", weekFour))
                        .refused(new Refusal.NotRandomized(ADA, Standing.IN_SCREENING)),
                spec("A form is one event, however many items it has")
                        .given(Story.screened())
                        .when(COORDINATOR, submit(Story.pressure("158", "94", "no")))
                        .then(new FormSubmitted(ADA, "SCR", "pressure", Story.pressure("158", "94", "no"))),
                spec("A form comes back with all its faults at once")
                        .given(Story.screened())
                        .when(COORDINATOR, submit(List.of(value("systolic", "1580"), value("dizzy", "perhaps"))))
                        .refused(new Refusal.ItemsNotAccepted(List.of(
                                new ItemFault.Impossible("systolic", "1580", Span.between(50, 300), "mm[Hg]"),
                                new ItemFault.NotOfItsType(
                                        "dizzy",
                                        "perhaps",
                                        PRESSURE.item("dizzy").orElseThrow().type()),
                                new ItemFault.Missing("diastolic")))),
                spec("A value may be missing when the reason is given")
                        .given(Story.screened())
                        .when(COORDINATOR, submit(Story.pressure("", "94", "no")))
                        .then(new FormSubmitted(ADA, "SCR", "pressure", Story.pressure("", "94", "no"))),
                spec("An item the form does not have is refused")
                        .given(Story.screened())
                        .when(COORDINATOR, submit(withUnknownItem()))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.UnknownItem("sistolic")))),
                spec("A form belongs to its visit")
                        .given(Story.randomized())
                        .when(COORDINATOR, new Command.SubmitForm(ADA, "D1", "entry", Story.entry("54", "no")))
                        .refused(new Refusal.FormNotAtVisit("entry", "D1")),
                spec("A form needs its visit")
                        .given(Story.consented())
                        .when(COORDINATOR, submit(Story.pressure("158", "94", "no")))
                        .refused(new Refusal.VisitNotRecorded("SCR")),
                spec("A submitted form is corrected, not submitted again")
                        .given(Story.filled("54", "no", "160"))
                        .when(COORDINATOR, submit(Story.pressure("158", "94", "no")))
                        .refused(new Refusal.FormAlreadySubmitted("pressure", "SCR")),
                spec("A correction carries its reason; only what changes is recorded, what stood before stays in the journal")
                        .given(Story.filled("54", "no", "160"))
                        .when(COORDINATOR, correct("misread", value("systolic", "150"), value("dizzy", "no")))
                        .then(new FormCorrected(
                                ADA, "SCR", "pressure", Said.words("misread"), List.of(value("systolic", "150")))),
                spec("A correction without a reason is refused")
                        .given(Story.filled("54", "no", "160"))
                        .when(COORDINATOR, correct(" ", value("systolic", "150")))
                        .refused(new Refusal.ReasonMissing()),
                spec("A correction that changes nothing is refused")
                        .given(Story.filled("54", "no", "160"))
                        .when(COORDINATOR, correct("misread", value("systolic", "160")))
                        .refused(new Refusal.NothingChanged()));
    }

    private static List<ItemChange> withUnknownItem() {
        return List.of(
                value("systolic", "158"), value("diastolic", "94"), value("dizzy", "no"), value("sistolic", "158"));
    }

    private static Command submit(List<ItemChange> entries) {
        return new Command.SubmitForm(ADA, "SCR", "pressure", entries);
    }

    private static Command correct(String reason, ItemChange... changes) {
        return new Command.CorrectForm(ADA, "SCR", "pressure", reason, List.of(changes));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }
}

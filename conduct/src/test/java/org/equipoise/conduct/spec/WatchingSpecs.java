package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.ASSESSOR;
import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.PHARMACIST;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.DAY_ONE;
import static org.equipoise.conduct.spec.Story.value;
import static org.equipoise.conduct.spec.Watched.harm;

import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.value.Span;

/// Logs, who writes what in which order, items that are asked only where they apply, sealed items, and deadlines.
final class WatchingSpecs {
    private static final long DAY = 86_400_000_000L;

    private WatchingSpecs() {}

    static List<Spec> order() {
        return List.of(
                spec("Who may write on a form is said by the form")
                        .given(Watched.atWeekFour())
                        .when(COORDINATOR, submit("rating", value("rating", "3")))
                        .refused(new Refusal.NotYourForm(COORDINATOR, "rating")),
                spec("The assessor writes on the assessor's form")
                        .given(Watched.atWeekFour())
                        .when(ASSESSOR, submit("rating", value("rating", "3")))
                        .then(new FormSubmitted(ADA, "W4", "rating", List.of(value("rating", "3")))),
                spec("A form that comes after another waits for it")
                        .given(Watched.atWeekFour())
                        .when(COORDINATOR, submit("pressure", Story.pressure("158", "94", "no")))
                        .refused(new Refusal.FormsOutstanding("pressure", "W4", List.of("rating"))),
                spec("It waits at visits that have both")
                        .given(Watched.rated())
                        .when(COORDINATOR, submit("pressure", Story.pressure("158", "94", "no")))
                        .then(new FormSubmitted(ADA, "W4", "pressure", Story.pressure("158", "94", "no"))),
                spec("An item that is asked must be answered")
                        .given(Watched.fell()
                                .and(new FormSubmitted(ADA, "W4", "rating", List.of(value("rating", "3")))))
                        .when(COORDINATOR, submit("pressure", Story.pressure("158", "94", "yes")))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.Missing("minutes")))),
                spec("An item that does not apply is left empty")
                        .given(Watched.rated())
                        .when(COORDINATOR, submit("pressure", pressure("no", "20")))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.NotAsked("minutes")))),
                spec("An item whose condition is not known is asked")
                        .given(Watched.rated())
                        .when(
                                COORDINATOR,
                                submit(
                                        "pressure",
                                        List.of(
                                                value("systolic", "158"),
                                                value("diastolic", "94"),
                                                Story.missing("dizzy"))))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.Missing("minutes")))),
                spec("A correction that makes a value no longer apply must take it back")
                        .given(Watched.fell()
                                .and(
                                        new FormSubmitted(ADA, "W4", "rating", List.of(value("rating", "3"))),
                                        new FormSubmitted(ADA, "W4", "pressure", pressure("yes", "20"))))
                        .when(
                                COORDINATOR,
                                new Command.CorrectForm(
                                        ADA, "W4", "pressure", "misread", List.of(value("dizzy", "no"))))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.NotAsked("minutes")))),
                spec("Some visits must not fall on a dosing day")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W1", DAY_ONE.plusDays(7)))
                        .refused(new Refusal.VisitOnDosingDay("W1", DAY_ONE.plusDays(7), 2)),
                spec("A day later there is no dose")
                        .given(Story.dispensed())
                        .when(COORDINATOR, new Command.RecordVisit(ADA, "W1", DAY_ONE.plusDays(8)))
                        .then(new VisitRecorded(
                                ADA, "W1", DAY_ONE.plusDays(8), DAY_ONE.plusDays(7), DAY_ONE.plusDays(9), true)));
    }

    static List<Spec> logs() {
        List<ItemChange> fall = harm("fall", "2026-04-01", "", "no");
        List<ItemChange> swelling = harm("swelling", "2026-04-02", "2026-04-03", "no");
        return List.of(
                spec("The entries of a log are numbered as they come and belong to no visit")
                        .given(Watched.atWeekFour())
                        .when(COORDINATOR, entry(fall))
                        .then(new FormSubmitted(ADA, FormEvent.LOG, "harm", 1, fall)),
                spec("The next entry has the next number")
                        .given(Watched.fell())
                        .when(COORDINATOR, entry(swelling))
                        .then(new FormSubmitted(ADA, FormEvent.LOG, "harm", 2, swelling)),
                spec("An entry is corrected by its number, with a reason")
                        .given(Watched.fell())
                        .when(COORDINATOR, correct(1, value("ended", "2026-04-02")))
                        .then(new FormCorrected(
                                ADA,
                                FormEvent.LOG,
                                "harm",
                                1,
                                Said.words("ended since"),
                                List.of(value("ended", "2026-04-02")))),
                spec("An entry that was not made is not corrected")
                        .given(Watched.fell())
                        .when(COORDINATOR, correct(2, value("ended", "2026-04-02")))
                        .refused(new Refusal.EntryNotMade("harm", 2)),
                spec("A log belongs to no visit")
                        .given(Watched.atWeekFour())
                        .when(COORDINATOR, submit("harm", fall))
                        .refused(new Refusal.FormNotAtVisit("harm", "W4")),
                spec("Who judges efficacy does not write of adverse events")
                        .given(Watched.atWeekFour())
                        .when(ASSESSOR, entry(fall))
                        .refused(new Refusal.NotYourForm(ASSESSOR, "harm")),
                spec("A serious event starts the clock of its report")
                        .given(Watched.atWeekFour())
                        .when(INVESTIGATOR, entry(harm("fall", "2026-04-01", "", "yes")))
                        .then(
                                new FormSubmitted(ADA, FormEvent.LOG, "harm", 1, harm("fall", "2026-04-01", "", "yes")),
                                new ReportingClockStarted(ADA, "harm", 1, "serious-to-sponsor", 0, DAY)),
                spec("An event that turns out to be serious starts it with the correction")
                        .given(Watched.fell())
                        .when(INVESTIGATOR, correct(1, value("serious", "yes")))
                        .then(
                                new FormCorrected(
                                        ADA,
                                        FormEvent.LOG,
                                        "harm",
                                        1,
                                        Said.words("ended since"),
                                        List.of(value("serious", "yes"))),
                                new ReportingClockStarted(ADA, "harm", 1, "serious-to-sponsor", 0, DAY)),
                spec("A clock that runs is not started again")
                        .given(Watched.atWeekFour()
                                .and(
                                        new FormSubmitted(
                                                ADA, FormEvent.LOG, "harm", 1, harm("fall", "2026-04-01", "", "yes")),
                                        new ReportingClockStarted(ADA, "harm", 1, "serious-to-sponsor", 0, DAY)))
                        .when(INVESTIGATOR, correct(1, value("term", "other")))
                        .then(new FormCorrected(
                                ADA,
                                FormEvent.LOG,
                                "harm",
                                1,
                                Said.words("ended since"),
                                List.of(value("term", "other")))));
    }

    static List<Spec> sealing() {
        ItemChange sealed = new ItemChange("renin", SpecDesk.sealedAt(new Citation(19, 1)));
        ItemChange again = new ItemChange("renin", SpecDesk.sealedAt(new Citation(20, 1)));
        Story.Past filled = Watched.atWeekFour()
                .and(new FormSubmitted(ADA, "W4", "blood", List.of(sealed, value("tube", "sound"))));
        return List.of(
                spec("A value that could tell the arm is journalled as ciphertext, bound to its place")
                        .given(Watched.atWeekFour())
                        .when(PHARMACIST, submit("blood", value("renin", "17.5"), value("tube", "sound")))
                        .then(new FormSubmitted(ADA, "W4", "blood", List.of(sealed, value("tube", "sound")))),
                spec("The reason why there is none is not sealed")
                        .given(Watched.atWeekFour())
                        .when(PHARMACIST, submit("blood", Story.missing("renin"), value("tube", "broken")))
                        .then(new FormSubmitted(
                                ADA, "W4", "blood", List.of(Story.missing("renin"), value("tube", "broken")))),
                spec("A refusal does not repeat what is sealed")
                        .given(Watched.atWeekFour())
                        .when(PHARMACIST, submit("blood", value("renin", "1750"), value("tube", "sound")))
                        .refused(new Refusal.ItemsNotAccepted(List.of(
                                new ItemFault.Impossible("renin", ItemFault.WITHHELD, Span.between(0, 500), "ng/L")))),
                spec("Nor when it is no value at all")
                        .given(Watched.atWeekFour())
                        .when(PHARMACIST, submit("blood", value("renin", "17,5"), value("tube", "sound")))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.NotOfItsType(
                                "renin",
                                ItemFault.WITHHELD,
                                Watched.STUDY
                                        .form("blood")
                                        .flatMap(form -> form.item("renin"))
                                        .orElseThrow()
                                        .type())))),
                spec("A correction of a sealed value is sealed at its own place")
                        .given(filled)
                        .when(
                                PHARMACIST,
                                new Command.CorrectForm(
                                        ADA,
                                        "W4",
                                        "blood",
                                        "misread",
                                        List.of(value("renin", "18"), value("tube", "sound"))))
                        .then(new FormCorrected(ADA, "W4", "blood", Said.words("misread"), List.of(again))),
                spec("Nobody enters ciphertext")
                        .given(Watched.atWeekFour())
                        .when(PHARMACIST, submit("blood", sealed, value("tube", "sound")))
                        .refused(new Refusal.ItemsNotAccepted(List.of(new ItemFault.NeitherValueNorReason("renin")))));
    }

    private static List<ItemChange> pressure(String dizzy, String minutes) {
        return List.of(
                value("systolic", "158"), value("diastolic", "94"), value("dizzy", dizzy), value("minutes", minutes));
    }

    private static Command submit(String form, ItemChange... entries) {
        return submit(form, List.of(entries));
    }

    private static Command submit(String form, List<ItemChange> entries) {
        return new Command.SubmitForm(ADA, "W4", form, entries);
    }

    private static Command entry(List<ItemChange> entries) {
        return new Command.SubmitForm(ADA, FormEvent.LOG, "harm", entries);
    }

    private static Command correct(int entry, ItemChange change) {
        return new Command.CorrectForm(ADA, FormEvent.LOG, "harm", entry, "ended since", List.of(change));
    }

    private static Spec spec(String title) {
        return new Spec(title, Watched.STUDY);
    }
}

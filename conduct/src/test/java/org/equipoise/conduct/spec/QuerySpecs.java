package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.MONITOR;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.value;
import static org.equipoise.conduct.spec.Watched.harm;

import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.QueryEvent.Answer;
import org.equipoise.journal.event.QueryEvent.How;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.StudyEvent.StudyLocked;

/// Edit checks and the data queries they raise.
final class QuerySpecs {
    private static final QueryAnswered ANSWERED = new QueryAnswered(ADA, 1, Answer.CONFIRMED_AS_IS);
    private static final QueryClosed CLOSED = new QueryClosed(ADA, 1, How.ACCEPTED);

    private QuerySpecs() {}

    static List<Spec> specs() {
        List<ItemChange> exchanged = Story.pressure("94", "158", "no");
        List<ItemChange> backwards = harm("fall", "2026-04-03", "2026-04-01", "no");
        return List.of(
                spec("A check that fires raises a query and blocks nothing")
                        .given(Watched.rated())
                        .when(COORDINATOR, new Command.SubmitForm(ADA, "W4", "pressure", exchanged))
                        .then(
                                new FormSubmitted(ADA, "W4", "pressure", exchanged),
                                new QueryRaised(ADA, 1, "C1", "W4", "pressure", 0, "coordinator")),
                spec("A check on what is not known does not fire")
                        .given(Watched.rated())
                        .when(
                                COORDINATOR,
                                new Command.SubmitForm(ADA, "W4", "pressure", Story.pressure("", "158", "no")))
                        .then(new FormSubmitted(ADA, "W4", "pressure", Story.pressure("", "158", "no"))),
                spec("A check on an entry of a log is about that entry")
                        .given(Watched.fell())
                        .when(COORDINATOR, new Command.SubmitForm(ADA, FormEvent.LOG, "harm", backwards))
                        .then(
                                new FormSubmitted(ADA, FormEvent.LOG, "harm", 2, backwards),
                                new QueryRaised(ADA, 1, "C3", FormEvent.LOG, "harm", 2, "coordinator")),
                spec("A correction after which the check no longer fires closes the query")
                        .given(Watched.questioned())
                        .when(COORDINATOR, correct(value("systolic", "158"), value("diastolic", "94")))
                        .then(
                                corrected(value("systolic", "158"), value("diastolic", "94")),
                                new QueryClosed(ADA, 1, How.CORRECTED)),
                spec("A correction after which it still fires raises no second query")
                        .given(Watched.questioned())
                        .when(COORDINATOR, correct(value("systolic", "95")))
                        .then(corrected(value("systolic", "95"))),
                spec("The role that was asked answers")
                        .given(Watched.questioned())
                        .when(COORDINATOR, new Command.AnswerQuery(ADA, 1, Answer.CONFIRMED_AS_IS))
                        .then(ANSWERED),
                spec("Nobody answers for another")
                        .given(Watched.questioned())
                        .when(INVESTIGATOR, new Command.AnswerQuery(ADA, 1, Answer.CONFIRMED_AS_IS))
                        .refused(new Refusal.NotYourQuery(1, INVESTIGATOR)),
                spec("A query that does not exist is not answered")
                        .given(Watched.rated())
                        .when(COORDINATOR, new Command.AnswerQuery(ADA, 1, Answer.NOT_AVAILABLE))
                        .refused(new Refusal.UnknownQuery(ADA, 1)),
                spec("The monitor closes what is answered")
                        .given(Watched.questioned().and(ANSWERED))
                        .when(MONITOR, new Command.CloseQuery(ADA, 1))
                        .then(CLOSED),
                spec("The monitor does not close what nobody answered")
                        .given(Watched.questioned())
                        .when(MONITOR, new Command.CloseQuery(ADA, 1))
                        .refused(new Refusal.QueryNotAnswered(1)),
                spec("Only the monitor closes")
                        .given(Watched.questioned().and(ANSWERED))
                        .when(COORDINATOR, new Command.CloseQuery(ADA, 1))
                        .refused(new Refusal.NotYourRole(COORDINATOR, Command.CloseQuery.class)),
                spec("What is closed stays closed")
                        .given(Watched.questioned().and(ANSWERED, CLOSED))
                        .when(COORDINATOR, new Command.AnswerQuery(ADA, 1, Answer.CORRECTED))
                        .refused(new Refusal.QueryIsClosed(1)),
                spec("After a correction a check that fires asks again")
                        .given(Watched.questioned().and(ANSWERED, CLOSED))
                        .when(COORDINATOR, correct(value("systolic", "95")))
                        .then(
                                corrected(value("systolic", "95")),
                                new QueryRaised(ADA, 2, "C1", "W4", "pressure", 0, "coordinator")),
                spec("A study is not locked while queries are unsettled")
                        .given(left())
                        .when(SPONSOR, new Command.LockStudy("All data are clean."))
                        .refused(new Refusal.QueriesOpen(List.of(new Refusal.OpenQuery(ADA, 1)))),
                spec("Unless the one who locks accepts it")
                        .given(left())
                        .when(SPONSOR, new Command.LockStudy("One query could not be settled.", true))
                        .then(
                                new VaultAnchored(SpecDesk.ROOT.entries(), SpecDesk.ROOT.root()),
                                new StudyLocked("One query could not be settled.")));
    }

    private static Story.Past left() {
        return Watched.questioned()
                .and(new ParticipantDiscontinued(
                        ADA, Watched.WEEK_FOUR, DispositionEvent.Reason.LOST_TO_FOLLOW_UP, null));
    }

    private static Command correct(ItemChange... changes) {
        return new Command.CorrectForm(ADA, "W4", "pressure", "exchanged", List.of(changes));
    }

    private static FormCorrected corrected(ItemChange... changes) {
        return new FormCorrected(ADA, "W4", "pressure", Said.words("exchanged"), List.of(changes));
    }

    private static Spec spec(String title) {
        return new Spec(title, Watched.STUDY);
    }
}

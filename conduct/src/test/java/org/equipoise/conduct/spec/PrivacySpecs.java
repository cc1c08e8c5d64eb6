package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.DAY_ONE;
import static org.equipoise.conduct.spec.Story.value;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;

/// People's own words, what identifies them, and how a person is erased.
final class PrivacySpecs {
    private static final StudyLocked LOCKED = new StudyLocked("All data are clean.");
    private static final Command ERASE = new Command.EraseParticipant(ADA, Ground.NO_LONGER_NECESSARY);
    private static final int KEPT = 25;

    private PrivacySpecs() {}

    static List<Spec> words() {
        return List.of(
                spec("Who a participant is stands in a log of its own, under the participant's key")
                        .given(Story.consented())
                        .when(COORDINATOR, contact(value("initials", "A. L."), value("telephone", "+44 20 7946 0000")))
                        .then(new FormSubmitted(
                                ADA,
                                FormEvent.LOG,
                                "contact",
                                1,
                                List.of(said("initials", "A. L."), said("telephone", "+44 20 7946 0000")))),
                spec("Free text is under the participant's key too")
                        .given(Story.screened())
                        .when(COORDINATOR, entry(value("age", "54"), value("diabetes", "no"), remark("keeps bees")))
                        .then(new FormSubmitted(
                                ADA,
                                "SCR",
                                "entry",
                                List.of(value("age", "54"), value("diabetes", "no"), said("remark", "keeps bees")))),
                spec("What is refused of it is not repeated")
                        .given(Story.screened())
                        .when(COORDINATOR, entry(value("age", "54"), value("diabetes", "no"), remark("x".repeat(201))))
                        .refused(new Refusal.ItemsNotAccepted(List.of(
                                new ItemFault.NotOfItsType("remark", ItemFault.WITHHELD, new ItemType.Text(200))))),
                spec("Why there is no value is said in one of a few words, so that nobody is told of in it")
                        .given(Story.screened())
                        .when(
                                COORDINATOR,
                                entry(value("age", "54"), new ItemChange("diabetes", null, "her son did not know")))
                        .refused(new Refusal.ItemsNotAccepted(
                                List.of(new ItemFault.NoSuchAbsence("diabetes", Item.ABSENCES)))),
                spec("What is under a key cannot be compared, and counts as another value")
                        .given(Story.consented()
                                .and(new FormSubmitted(
                                        ADA, FormEvent.LOG, "contact", 1, List.of(said("initials", "A. L.")))))
                        .when(
                                COORDINATOR,
                                new Command.CorrectForm(
                                        ADA,
                                        FormEvent.LOG,
                                        "contact",
                                        1,
                                        "she married",
                                        List.of(value("initials", "A. L."))))
                        .then(new FormCorrected(
                                ADA,
                                FormEvent.LOG,
                                "contact",
                                1,
                                Said.words("she married"),
                                List.of(said("initials", "A. L.")))),
                spec("Who withdraws consent owes nobody a reason")
                        .given(Story.consented())
                        .when(INVESTIGATOR, new Command.WithdrawConsent(ADA, DAY_ONE, null))
                        .then(new ConsentWithdrawn(ADA, DAY_ONE, null)));
    }

    static List<Spec> erasure() {
        return List.of(
                spec("A person is erased when the record need not be kept any longer")
                        .given(Story.completed().and(LOCKED))
                        .yearsLater(KEPT)
                        .when(SPONSOR, ERASE)
                        .then(new PersonErased(ADA, Ground.NO_LONGER_NECESSARY)),
                spec("Nobody is erased before that day")
                        .given(Story.completed().and(LOCKED))
                        .yearsLater(KEPT - 1)
                        .when(SPONSOR, ERASE)
                        .refused(new Refusal.RetentionNotOver(LocalDate.EPOCH.plusYears(KEPT))),
                spec("That the person asks for it does not change the day")
                        .given(Story.completed().and(LOCKED))
                        .yearsLater(1)
                        .when(SPONSOR, new Command.EraseParticipant(ADA, Ground.REQUESTED))
                        .refused(new Refusal.RetentionNotOver(LocalDate.EPOCH.plusYears(KEPT))),
                spec("Nobody is erased from a record that is not locked")
                        .given(Story.completed())
                        .yearsLater(KEPT)
                        .when(SPONSOR, ERASE)
                        .refused(new Refusal.RecordStillKept()),
                new Spec("Nobody is erased while nobody has decided how long the record is kept", withoutRetention())
                        .given(Story.completed().and(LOCKED))
                        .yearsLater(KEPT)
                        .when(SPONSOR, ERASE)
                        .refused(new Refusal.RetentionUndecided()),
                spec("Nobody is erased twice")
                        .given(Story.completed().and(LOCKED, new PersonErased(ADA, Ground.LEGAL_OBLIGATION)))
                        .yearsLater(KEPT)
                        .when(SPONSOR, ERASE)
                        .refused(new Refusal.AlreadyErased(ADA)),
                spec("Nobody is erased who was never there")
                        .given(Story.completed().and(LOCKED))
                        .yearsLater(KEPT)
                        .when(SPONSOR, new Command.EraseParticipant(new ParticipantId("A-0009"), Ground.REQUESTED))
                        .refused(new Refusal.UnknownParticipant(new ParticipantId("A-0009"))),
                spec("The site, which holds the record, does not erase it")
                        .given(Story.completed().and(LOCKED))
                        .yearsLater(KEPT)
                        .when(INVESTIGATOR, ERASE)
                        .refused(new Refusal.NotYourRole(INVESTIGATOR, Command.EraseParticipant.class)));
    }

    private static Study withoutRetention() {
        Map<String, byte[]> files = Story.files(Path.of("trials", "pressure-dose"));
        Amended.replace(files, "protocol.yaml", "retention: {years: 25, source: invented, certainty: proposed}\n", "");
        return Story.read("pressure-dose", files);
    }

    private static Command contact(ItemChange... entries) {
        return new Command.SubmitForm(ADA, FormEvent.LOG, "contact", List.of(entries));
    }

    private static Command entry(ItemChange... entries) {
        return new Command.SubmitForm(ADA, "SCR", "entry", List.of(entries));
    }

    private static ItemChange remark(String text) {
        return value("remark", text);
    }

    private static ItemChange said(String item, String text) {
        return new ItemChange(item, Said.words(text));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }
}

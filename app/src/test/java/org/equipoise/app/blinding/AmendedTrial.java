package org.equipoise.app.blinding;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// A rehearsed trial, its commands given once more with two amendments activated, one halfway and one later, when
/// someone comes to week 8. The staff do as people do: every other participant who waits is asked for consent at
/// the next visit, the rest only when they are refused for want of it; and who is refused because the pulse is
/// missing takes it.
final class AmendedTrial {
    private final Stage stage;
    private final List<Study> versions;
    private final Journal journal = new MemoryJournal();
    private final StringBuilder transcript = new StringBuilder();
    private final Sentences sentences = Sentences.in(Locale.ENGLISH);
    private final Vault vault;
    private final Sequencer sequencer;
    private int keys;

    AmendedTrial(Stage stage, Secrets secrets) {
        this.stage = stage;
        this.versions = List.of(stage.study(), amended(text -> text), amended(AmendedTrial::again));
        this.vault = new Vault(stage.study(), secrets, new IdealSealing());
        this.sequencer =
                new Sequencer(stage.study(), ProtocolShelf.of(versions), journal, vault, stage.personalKeys(), () -> 0);
    }

    /// The second version once more, with week 8 a day longer, which nobody is asked about.
    private static String again(String text) {
        return text.replace("reconsent: in-treatment", "reconsent: none").replace("after: 9", "after: 10");
    }

    private static Study amended(UnaryOperator<String> changed) {
        Map<String, byte[]> files = new TreeMap<>(
                TestStudies.folder(TestStudies.TRIALS.resolve("pressure-dose")).files());
        files.putAll(TestStudies.folder(TestStudies.TRIALS.resolveSibling("conduct/src/test/resources/amended-study"))
                .files());
        files.replaceAll((_, bytes) ->
                changed.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        StudyReader.Reading reading = StudyReader.read(new StudyFolder("pressure-dose", files));
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    List<Study> versions() {
        return versions;
    }

    Journal journal() {
        return journal;
    }

    Vault vault() {
        return vault;
    }

    Sequencer sequencer() {
        return sequencer;
    }

    String transcript() {
        return transcript.toString();
    }

    byte[] archive() {
        return stage.archive(versions, journal);
    }

    AmendedTrial run(List<RecordedCommands.Given> commands) {
        int place = 0;
        int version = 1;
        for (RecordedCommands.Given given : commands) {
            asked(given.role(), given.command());
            boolean due =
                    version == 1 ? ++place == commands.size() / 3 : version == 2 && isAtWeekEight(given.command());
            if (due) {
                Study next = versions.get(version++);
                give(Role.SPONSOR, new Command.ActivateAmendment(next.conduct().hash(), "EC 7"));
            }
        }
        return this;
    }

    private static boolean isAtWeekEight(Command command) {
        return command instanceof Command.RecordVisit(var _, var encounter, var _) && encounter.equals("W8");
    }

    private void asked(Role role, Command command) {
        if (command instanceof Command.RecordVisit(var participant, var _, var date)
                && sequencer.state().waits(participant)
                && participant.text().matches(".*[02468]")) {
            renew(participant, date);
        }
        Outcome outcome = give(role, command);
        if (outcome instanceof Outcome.Refused(Refusal.ReconsentFirst first)) {
            renew(first.participant(), date(command));
            give(role, command);
        } else if (outcome instanceof Outcome.Refused(Refusal.ItemsNotAccepted(var faults))
                && faults.contains(new ItemFault.Missing("pulse"))
                && command instanceof Command.SubmitForm(var participant, var encounter, var form, var entries)) {
            List<ItemChange> more = new ArrayList<>(entries);
            more.add(new ItemChange("pulse", "72", null));
            give(role, new Command.SubmitForm(participant, encounter, form, more));
        }
    }

    private static LocalDate date(Command command) {
        return switch (command) {
            case Command.ConfirmEligibility c -> c.date();
            case Command.RandomizeParticipant c -> c.date();
            default ->
                throw new AssertionError("only steps into the trial are refused for want of consent: " + command);
        };
    }

    private void renew(ParticipantId participant, LocalDate date) {
        give(Role.COORDINATOR, new Command.RenewConsent(participant, date, "2"));
    }

    private Outcome give(Role role, Command command) {
        Outcome outcome = sequencer.submit("key-" + keys++, "someone", role, command);
        transcript.append(role).append(" asks ").append(command).append("\n  ");
        transcript.append(
                switch (outcome) {
                    case Outcome.Accepted(var events) -> events.toString();
                    case Outcome.Refused(var refusal) -> sentences.sentence(refusal);
                });
        transcript.append('\n');
        return outcome;
    }
}

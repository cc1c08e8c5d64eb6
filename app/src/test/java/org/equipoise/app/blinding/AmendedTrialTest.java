package org.equipoise.app.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.Results;
import org.equipoise.app.command.Ran;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.amendment.Replay;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.datasets.Csv;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.archive.ArchiveReader;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A whole trial that is amended twice while people come and go: its record, its archive and its tables hold three
/// versions, and nothing of it tells an arm.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmendedTrialTest {
    private static final Stage STAGE = TestStudies.stage("pressure-dose", 1, 1);

    private RecordedCommands commands;
    private AmendedTrial trial;

    @BeforeAll
    void rehearse() {
        commands = RecordedCommands.of(STAGE);
        trial = new AmendedTrial(STAGE, commands.secrets()).run(commands.given());
    }

    @Test
    void people_came_before_across_and_after_with_consent_and_without_asking() {
        Datasets tables = tables();
        Dataset versions = tables.versions();
        SortedMap<String, Integer> how = new TreeMap<>();
        versions.rows()
                .forEach(row -> how.merge(
                        versions.value(row, "how").orElseThrow() + " "
                                + versions.value(row, "version").orElseThrow(),
                        1,
                        Integer::sum));
        assertThat(how.keySet()).contains("consent 1", "consent 2", "renewed-consent 2", "without-asking 3");
        AmendmentActivated activated = events().stream()
                .map(JournalledEvent::event)
                .filter(AmendmentActivated.class::isInstance)
                .map(AmendmentActivated.class::cast)
                .findFirst()
                .orElseThrow();
        TrialState state = trial.sequencer().state();
        assertThat(activated.waiting())
                .as("some of those who waited consented again, some ended under the first version")
                .anyMatch(id -> state.version(id) == 1)
                .anyMatch(id -> state.version(id) > 1);
        assertThat(state.isLocked()).isTrue();
        assertThat(state.participants()).allMatch(Participant.Ended.class::isInstance);
        assertThat(state.participants()).anyMatch(each -> state.version(each.id()) == 1);
    }

    @Test
    void the_archive_holds_every_version_and_two_verifiers_that_share_no_code_accept_it() throws IOException {
        byte[] archive = trial.archive();
        byte[] key = STAGE.signingKey().publicKey();

        assertThat(ArchiveVerifier.verify(archive, key)).isInstanceOf(Verification.Verified.class);
        Archive read = read(archive, key);
        assertThat(read.protocols()).hasSize(3);
        assertThat(read.journal().root()).isEqualTo(trial.journal().root());
        assertThatThrownBy(() -> STAGE.archive(trial.journal()))
                .hasMessageContaining("activates a protocol version 2 that the archive does not hold");
    }

    @Test
    void one_changed_byte_of_a_later_version_is_found_by_both() throws IOException {
        byte[] archive = trial.archive();
        byte[] key = STAGE.signingKey().publicKey();
        byte[] why = "The pulse is taken".getBytes(StandardCharsets.UTF_8);
        int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf(new String(why, StandardCharsets.ISO_8859_1));
        assertThat(at).isPositive();
        archive[at] ^= 1;

        assertThat(ArchiveVerifier.verify(archive, key)).isInstanceOf(Verification.Rejected.class);
        assertThat(ArchiveReader.read(new ByteArrayInputStream(archive), key)).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void a_sequencer_opened_from_the_archive_ends_in_the_same_state() throws IOException {
        Archive read = read(trial.archive(), STAGE.signingKey().publicKey());
        Sequencer again = new Sequencer(
                STAGE.study(),
                ProtocolShelf.of(trial.versions()),
                read.journal(),
                trial.vault(),
                STAGE.personalKeys(),
                () -> 0);

        TrialState before = trial.sequencer().state();
        assertThat(again.state().participants()).containsExactlyElementsOf(before.participants());
        assertThat(again.state().participants())
                .allMatch(each -> again.state().version(each.id()) == before.version(each.id()));
    }

    /// Each decision and each query was taken under the version that applied to the participant at the time.
    @Test
    void judged_anew_by_the_version_that_applied_the_record_says_what_it_says() {
        Replay replay = Replay.asFollowed(trial.versions(), events());

        SortedMap<String, SortedMap<String, Verdict>> recorded = new TreeMap<>();
        events().forEach(journalled -> {
            switch (journalled.event()) {
                case EligibilityConfirmed(var id, var _, var criteria) -> recorded.put(id.text(), verdicts(criteria));
                case ScreeningFailed(var id, var _, var criteria) -> recorded.put(id.text(), verdicts(criteria));
                default -> {}
            }
        });
        assertThat(replay.eligibility()).isEqualTo(recorded);
        assertThat(Replay.of(trial.versions().getFirst(), events()).eligibility())
                .as("the first version would have judged some otherwise")
                .isNotEqualTo(recorded);
    }

    @Test
    void an_item_of_the_second_version_has_a_row_on_every_page_of_all() {
        Dataset items = tables().items();
        SortedSet<String> pulse = new TreeSet<>();
        long pages = 0;
        for (Row row : items.rows()) {
            String item = items.value(row, "item").orElseThrow();
            pages += item.equals("systolic") ? 1 : 0;
            if (item.equals("pulse")) {
                pages--;
                pulse.add(items.value(row, "value")
                        .or(() -> items.value(row, "missing"))
                        .orElseThrow());
            }
        }
        assertThat(pages).isZero();
        assertThat(pulse).containsExactly("72", "not asked in version 1");
    }

    @Test
    void a_fourth_version_is_compared_and_replayed_on_the_record_of_the_first_three(@TempDir Path folder)
            throws IOException {
        Path archive = folder.resolve("journal");
        Files.write(archive, trial.archive());
        Files.writeString(folder.resolve("journal.key"), STAGE.signingKey().keyFile());
        Path before = written(folder.resolve("third"), trial.versions().getLast(), text -> text);
        Path after = written(
                folder.resolve("fourth"), trial.versions().getLast(), text -> text.replace("after: 10", "after: 11"));

        Ran ran = Ran.run("diff", before.toString(), after.toString(), "--journal", archive.toString());

        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.out())
                .contains("visit W8, window after was '10' and is now '11'")
                .contains("It could not be activated now: The study is locked")
                .contains("eligibility decisions would be others");
    }

    private static Path written(Path folder, Study study, UnaryOperator<String> changed) throws IOException {
        for (Map.Entry<String, byte[]> file : study.folder().files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, changed.apply(new String(file.getValue(), StandardCharsets.UTF_8)));
        }
        return folder;
    }

    @Test
    void exchanging_the_treatments_changes_no_byte_that_a_blinded_person_sees_of_an_amended_trial() {
        Secrets secrets = commands.secrets();
        Secrets exchanged = new Secrets(secrets.arms().exchanged(), secrets.list(), secrets.kits(), secrets.nonce());
        assertThat(exchanged.arms().arms()).isNotEqualTo(secrets.arms().arms());

        AmendedTrial twin = new AmendedTrial(STAGE, exchanged).run(commands.given());

        SortedMap<String, byte[]> here = seen(trial);
        SortedMap<String, byte[]> there = seen(twin);
        assertThat(there.keySet()).isEqualTo(here.keySet());
        assertThat(here.keySet().stream().filter(name -> !Arrays.equals(here.get(name), there.get(name))))
                .isEmpty();
    }

    private static SortedMap<String, byte[]> seen(AmendedTrial trial) {
        SortedMap<String, byte[]> seen = new TreeMap<>();
        TreatmentView view = new TreatmentView.Blinded();
        Datasets tables = Datasets.of(trial.versions(), trial.journal().events(), view);
        tables.all().forEach(table -> seen.put(table.name(), Csv.write(table)));
        for (Role role : Role.values()) {
            Datasets.readBy(role.word(), trial.versions(), trial.journal().events(), view)
                    .forEach(table -> seen.put(role.word() + " " + table.name(), Csv.write(table)));
        }
        Account account = Account.of(trial.versions().getLast(), tables, view);
        seen.put("results", Results.endpoints(account.results()).toString().getBytes(StandardCharsets.UTF_8));
        seen.put("flow", Results.participants(account.flow()).toString().getBytes(StandardCharsets.UTF_8));
        seen.put("archive", trial.archive());
        seen.put("transcript", trial.transcript().getBytes(StandardCharsets.UTF_8));
        return seen;
    }

    private Datasets tables() {
        return Datasets.of(trial.versions(), events(), new TreatmentView.Blinded());
    }

    private List<JournalledEvent> events() {
        List<JournalledEvent> events = new ArrayList<>();
        trial.journal().events().forEach(events::add);
        return events;
    }

    private static SortedMap<String, Verdict> verdicts(List<CriterionJudged> criteria) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        criteria.forEach(judged -> verdicts.put(judged.criterion(), judged.verdict()));
        return verdicts;
    }

    private static Archive read(byte[] archive, byte[] key) throws IOException {
        Reading reading = ArchiveReader.read(new ByteArrayInputStream(archive), key);
        return Stream.of(reading)
                .filter(Reading.Verified.class::isInstance)
                .map(Reading.Verified.class::cast)
                .map(Reading.Verified::archive)
                .findFirst()
                .orElseThrow(() -> new AssertionError(reading));
    }
}

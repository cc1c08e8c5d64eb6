package org.equipoise.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.EmergencyUnblinding;
import org.equipoise.allocation.vault.EmergencyUnblinding.Request;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.report.Provenance;
import org.equipoise.analysis.report.Report;
import org.equipoise.analysis.report.ReportContent;
import org.equipoise.analysis.report.Status;
import org.equipoise.app.durability.Durable;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.datasets.Csv;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.store.Database;
import org.equipoise.store.people.KeyFolder;
import org.equipoise.store.postgres.PostgresJournal;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Somebody is in a trial from consent to the end, the record is kept for as long as it must be, and then the person
/// is erased. Wherever somebody could write of them, a canary is written. It is looked for in everything that a trial
/// leaves: the files of the database with its write-ahead log and its log of errors, the folder of the vault, the
/// folder of keys, the archive, the tables, the report, every sentence that was said. One file because it is one story.
@EnabledIf(
        value = "org.equipoise.app.durability.Durable#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class ErasedPersonTest {
    private static final String TRIAL = "erased person";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ParticipantId ADA = new ParticipantId("A-0001");
    private static final ParticipantId BEA = new ParticipantId("A-0002");
    private static final long THIRTY_YEARS = 30L * 366 * 24 * 3600 * 1_000_000;
    /// Six canaries and the initials.
    private static final int TEXTS = 7;

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder;

    private final Stage stage = TestStudies.uncounted("pressure-dose");
    private final Map<String, Canary> canaries = new LinkedHashMap<>();
    private final StringBuilder said = new StringBuilder();
    private final String statement = "In the clear: " + unguessable();
    private long now;
    private int commands;

    private static String unguessable() {
        return HexFormat.of().formatHex(RANDOM.generateSeed(10));
    }

    /// What somebody writes at this occasion.
    private String canary(String occasion) {
        String text = unguessable();
        canaries.put(occasion, Canary.of(text));
        return text;
    }

    private static byte[] secret() {
        byte[] secret = new byte[PersonalKey.SECRET];
        RANDOM.nextBytes(secret);
        return secret;
    }

    @Test
    void nobody_reads_of_an_erased_person_and_until_then_only_who_has_the_key() throws Exception {
        Path people = folder.resolve("people");
        Path data = folder.resolve("data");
        byte[] archive;
        Map<TextPlace, Confidential> ofAda;
        try (Database database = Database.in(folder);
                VaultFolder.Open vault =
                        stage.vaultFolder(folder.resolve("vault")).open(stage.study());
                PostgresJournal journal = database.open(TRIAL);
                KeyFolder keys = KeyFolder.open(people, _ -> secret())) {
            conduct(new Sequencer(stage.study(), journal, vault.vault(), keys, () -> now), vault.vault());
            flush();
            ofAda = ciphertexts(journal.events(), ADA);
            Canary key = new Canary(Files.readAllBytes(people.resolve("A-0001.key")));
            Canary vaults = new Canary(Files.readAllBytes(folder.resolve("vault/people/A-0001.key")));

            assertThat(ofAda).hasSize(TEXTS);
            assertThat(read(keys, ofAda)).as("with the key").containsAll(written());
            assertNowhere(archive(journal), exports(journal, TextReader.WITHOUT_KEYS));
            assertThat(Canary.of(statement).under(data))
                    .as("the control: what is journalled in the clear is in the tables and in the log")
                    .anyMatch(file -> file.startsWith("base/"))
                    .anyMatch(file -> file.startsWith("pg_wal/"));
            assertThat(Canary.of(statement).in(archive(journal))).isNotEmpty();
            assertThat(exports(journal, TextReader.with(keys)))
                    .as("the control: with keys")
                    .anyMatch(this::tells);
            assertThat(key.under(folder)).as("the key itself").containsExactly("people/A-0001.key: as it is");
            assertThat(vaults.under(folder)).as("the vault's key").containsExactly("vault/people/A-0001.key: as it is");

            now += THIRTY_YEARS;
            Sequencer sequencer = new Sequencer(stage.study(), journal, vault.vault(), keys, () -> now);
            give(sequencer, Role.SPONSOR, new Command.EraseParticipant(ADA, Ground.REQUESTED));
            flush();

            assertThat(key.under(folder)).as("the key after the erasure").isEmpty();
            assertThat(vaults.under(folder)).as("the vault's, after it").isEmpty();
            assertThat(vault.vault().codeBreak(1))
                    .hasValueSatisfying(broken -> assertThat(broken.reason()).isEmpty());
            assertNowhere(archive(journal), exports(journal, TextReader.with(keys)));
            assertUnreadable(people, ofAda);
            assertThat(told(journal, TextReader.with(keys))).contains("erased").doesNotContain("withheld");
            assertThat(database.projectionDifferences(TRIAL).values()).containsOnly(0L);
            archive = archive(journal);
        }
        assertThat(ArchiveVerifier.verify(archive, stage.signingKey().publicKey()))
                .isInstanceOf(Verification.Verified.class);
        assertNowhere(archive, List.of());
        requireTheSecondVerifier(archive);
    }

    /// The whole of a participation, with a canary at every occasion to write of somebody.
    private void conduct(Sequencer trial, Vault vault) {
        give(trial, Role.SPONSOR, new Command.OpenStudy(Mode.REHEARSAL));
        give(trial, Role.COORDINATOR, new Command.RecordConsent("A", DAY, "1"));
        give(trial, Role.COORDINATOR, new Command.RecordConsent("A", DAY, "1"));
        give(
                trial,
                Role.COORDINATOR,
                new Command.SubmitForm(
                        ADA,
                        FormEvent.LOG,
                        "contact",
                        List.of(value("initials", "A. L."), value("telephone", canary("telephone")))));
        give(trial, Role.COORDINATOR, new Command.RecordVisit(ADA, "SCR", DAY));
        refuse(trial, Role.COORDINATOR, entry(value("remark", "x".repeat(200) + canary("a remark that is too long"))));
        refuse(trial, Role.COORDINATOR, entry(new ItemChange("remark", null, canary("no reason why there is none"))));
        give(trial, Role.COORDINATOR, entry(value("remark", canary("remark"))));
        give(trial, Role.COORDINATOR, pressure("SCR", "164"));
        give(
                trial,
                Role.COORDINATOR,
                new Command.CorrectForm(
                        ADA, "SCR", "pressure", canary("correction"), List.of(value("systolic", "146"))));
        LocalDate first = DAY.plusDays(7);
        give(trial, Role.COORDINATOR, new Command.RecordVisit(ADA, "D1", first));
        give(trial, Role.COORDINATOR, pressure("D1", "160"));
        give(trial, Role.INVESTIGATOR, new Command.ConfirmEligibility(ADA, first));
        give(trial, Role.INVESTIGATOR, new Command.RandomizeParticipant(ADA, first));
        give(trial, Role.PHARMACIST, new Command.DispenseKit(ADA, "D1", first));
        assertThat(new EmergencyUnblinding(vault, (_, _) -> true)
                        .ask(new Request(ADA, "Dr Night", "", canary("code break")), Instant.EPOCH))
                .isInstanceOf(EmergencyUnblinding.Outcome.Told.class);
        give(trial, Role.SPONSOR, new Command.TakeOverCodeBreaks());
        give(
                trial,
                Role.COORDINATOR,
                new Command.RecordMissedDose(ADA, 1, DosingEvent.Reason.OTHER, canary("missed dose")));
        give(
                trial,
                Role.INVESTIGATOR,
                new Command.DiscontinueParticipant(
                        ADA, first.plusDays(3), DispositionEvent.Reason.OTHER, canary("discontinuation")));
        give(trial, Role.INVESTIGATOR, new Command.WithdrawConsent(BEA, DAY, canary("another's withdrawal")));
        give(trial, Role.SPONSOR, new Command.LockStudy(statement, true));
        Command authorize = new Command.AuthorizeReveal(
                EventCodec.leaf(trial.state().lock().orElseThrow()),
                stage.study().conduct().hash(),
                stage.study().plan().hash());
        for (Role role : Role.revealing()) {
            assertThat(trial.submit("authorised by " + role, role.word(), role, authorize))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        give(trial, Role.STATISTICIAN, new Command.RevealTreatments("The record is locked."));
        refuse(trial, Role.SPONSOR, new Command.EraseParticipant(ADA, Ground.REQUESTED));
    }

    private static Command entry(ItemChange remark) {
        return new Command.SubmitForm(
                ADA, "SCR", "entry", List.of(value("age", "54"), value("diabetes", "no"), remark));
    }

    private static Command pressure(String visit, String systolic) {
        return new Command.SubmitForm(
                ADA,
                visit,
                "pressure",
                List.of(value("systolic", systolic), value("diastolic", "95"), value("dizzy", "no")));
    }

    private static ItemChange value(String item, String value) {
        return new ItemChange(item, value, null);
    }

    private void give(Sequencer trial, Role role, Command command) {
        assertThat(answer(trial, role, command)).isInstanceOf(Outcome.Accepted.class);
    }

    private void refuse(Sequencer trial, Role role, Command command) {
        assertThat(answer(trial, role, command))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> hear(refused.refusal()));
    }

    private Outcome answer(Sequencer trial, Role role, Command command) {
        now += 60_000_000;
        return trial.submit("key " + ++commands, "someone", role, command);
    }

    private void hear(Refusal refusal) {
        said.append(refusal)
                .append(Sentences.in(Locale.ENGLISH).sentence(refusal))
                .append(Sentences.in(Locale.CHINESE).sentence(refusal));
    }

    /// Those that were accepted of Ada.
    private List<String> written() {
        return canaries.entrySet().stream()
                .filter(each -> List.of(
                                "telephone", "remark", "correction", "code break", "missed dose", "discontinuation")
                        .contains(each.getKey()))
                .map(each -> each.getValue().text())
                .toList();
    }

    /// What is in memory goes to the files, and what was written last to the log.
    private void flush() throws SQLException {
        try (Connection connection = Durable.superuser(folder).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_switch_wal()");
            statement.execute("CHECKPOINT");
        }
    }

    private byte[] archive(PostgresJournal journal) {
        return stage.archive(journal);
    }

    /// Everything that leaves the trial: each table, blinded and revealed, as each role reads it, and the report.
    private List<byte[]> exports(PostgresJournal journal, TextReader texts) {
        TreatmentView view = TreatmentView.of(journal.events());
        Datasets datasets = Datasets.of(List.of(stage.study()), journal.events(), view, texts);
        List<byte[]> exports = new ArrayList<>();
        datasets.all().forEach(table -> exports.add(Csv.write(table)));
        for (String role : List.of("assessor", "pharmacist", "monitor", "statistician", "sponsor")) {
            Datasets.readBy(role, List.of(stage.study()), journal.events(), view, TextReader.WITHOUT_KEYS)
                    .forEach(table -> exports.add(Csv.write(table)));
        }
        ReportContent content = new ReportContent(
                stage.study(),
                new Status.Revealed((TreatmentView.Revealed) view, Instant.EPOCH),
                Account.of(stage.study(), datasets, view),
                new Provenance(Mode.REHEARSAL, journal.size(), journal.root(), List.of(), List.of()));
        exports.add(Report.html(content).getBytes(StandardCharsets.UTF_8));
        exports.add(Report.cells(content, datasets).toString().getBytes(StandardCharsets.UTF_8));
        return exports;
    }

    private String told(PostgresJournal journal, TextReader texts) {
        StringBuilder told = new StringBuilder();
        for (Dataset table : Datasets.of(
                        List.of(stage.study()), journal.events(), TreatmentView.of(journal.events()), texts)
                .all()) {
            table.rows().stream()
                    .filter(row -> row.values().toString().contains(ADA.text()))
                    .forEach(told::append);
        }
        return told.toString();
    }

    private boolean tells(byte[] export) {
        return canaries.values().stream().anyMatch(canary -> !canary.in(export).isEmpty());
    }

    /// No canary of Ada's, in no form: in no file, in nothing that leaves the trial, in no sentence.
    private void assertNowhere(byte[] archive, List<byte[]> exports) {
        byte[] sentences = said.toString().getBytes(StandardCharsets.UTF_8);
        canaries.forEach((occasion, canary) -> {
            boolean anothers = occasion.startsWith("another");
            assertThat(canary.under(folder)).as(occasion).isEmpty();
            assertThat(canary.in(archive)).as(occasion).isEmpty();
            assertThat(canary.in(sentences)).as(occasion).isEmpty();
            assertThat(exports)
                    .as(occasion)
                    .allMatch(export -> anothers || canary.in(export).isEmpty());
        });
    }

    /// Every ciphertext of somebody's, by its place.
    private static Map<TextPlace, Confidential> ciphertexts(Iterable<JournalledEvent> events, ParticipantId who) {
        Map<TextPlace, Confidential> found = new LinkedHashMap<>();
        for (JournalledEvent event : events) {
            long seq = event.seq();
            switch (event.event()) {
                case FormEvent form
                when form.participant().equals(who) -> {
                    int ordinal = 0;
                    for (ItemChange change : form.changes()) {
                        add(found, new TextPlace(seq, String.valueOf(++ordinal)), change.confidential());
                    }
                    if (form instanceof FormCorrected corrected) {
                        add(found, new TextPlace(seq, "reason"), corrected.reason());
                    }
                }
                case CodeBroken broken
                when broken.participant().equals(who) -> add(found, new TextPlace(seq, "reason"), broken.reason());
                case DoseMissed missed
                when missed.participant().equals(who) -> add(found, new TextPlace(seq, "verbatim"), missed.verbatim());
                case ParticipantDiscontinued left
                when left.participant().equals(who) -> add(found, new TextPlace(seq, "verbatim"), left.verbatim());
                case ConsentWithdrawn left
                when left.participant().equals(who) -> add(found, new TextPlace(seq, "verbatim"), left.verbatim());
                default -> {}
            }
        }
        return found;
    }

    private static void add(Map<TextPlace, Confidential> found, TextPlace place, @Nullable Confidential words) {
        if (words != null) {
            found.put(place, words);
        }
    }

    private static List<String> read(KeyFolder keys, Map<TextPlace, Confidential> ciphertexts) {
        PersonalKey key = keys.find(ADA).orElseThrow();
        return ciphertexts.entrySet().stream()
                .map(each -> key.read(each.getKey(), each.getValue()))
                .toList();
    }

    /// With every key that is left, as Ada's and as its own.
    private static void assertUnreadable(Path people, Map<TextPlace, Confidential> ciphertexts) throws IOException {
        List<byte[]> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(people)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".key"))::iterator) {
                left.add(Files.readAllBytes(file));
            }
        }
        assertThat(left).as("the keys that are left").hasSize(1);
        for (byte[] secret : left) {
            for (ParticipantId id : List.of(ADA, BEA)) {
                PersonalKey key = new PersonalKey(id, secret);
                ciphertexts.forEach((place, words) ->
                        assertThatThrownBy(() -> key.read(place, words)).isInstanceOf(IllegalArgumentException.class));
            }
        }
    }

    /// Where there is no Python with what it needs, the first verifier has to do.
    private void requireTheSecondVerifier(byte[] archive) throws Exception {
        String python = System.getenv().getOrDefault("EQUIPOISE_PYTHON", "python3");
        Process has = new ProcessBuilder(python, "-c", "import cryptography.hazmat.primitives.asymmetric.ed25519")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (has.waitFor() != 0 && System.getenv("EQUIPOISE_EVERY_TEST") == null) {
            return;
        }
        Path written = folder.resolve("journal");
        Files.write(written, archive);
        Files.writeString(folder.resolve("journal.key"), stage.signingKey().keyFile());
        Process verifier = new ProcessBuilder(
                        python,
                        Path.of(System.getProperty("equipoise.root"), "verifier/src/python/equipoise_verify.py")
                                .toString(),
                        written.toString())
                .inheritIO()
                .start();
        assertThat(verifier.waitFor()).isZero();
    }
}

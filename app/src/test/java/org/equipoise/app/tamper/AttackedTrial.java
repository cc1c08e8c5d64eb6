package org.equipoise.app.tamper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.equipoise.app.durability.Durable;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.Superseded;
import org.equipoise.store.Database;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;

/// A trial of 210 events in a PostgreSQL, witnessed after 50, 100, 150 and 200, whose program was then killed. Each
/// attack is made on a copy of the database; then everything that looks at a journal looks at it.
final class AttackedTrial implements AutoCloseable {
    private static final String STUDY = "trial";
    private static final int EVENTS = 210;
    private static final int MORE = 216;
    private static final int OLDER = 120;
    private static final int EVERY = 50;
    private static final Pattern EVENT = Pattern.compile("event [0-9]+");
    private static final SigningKey OTHER = SigningKey.ofSeed(HexFormat.of().parseHex("07".repeat(32)));

    private final Stage stage = TestStudies.uncounted("pressure-dose");
    private final List<JournalledEvent> events;
    private final OpenArchive honest;
    private final WitnessBook book = new WitnessBook();
    private final Path folder;
    private final Database server;
    private int copies;

    AttackedTrial(Path folder) throws SQLException {
        this.folder = folder;
        Stage.Set set = stage.ordinary((_, _, _) -> {});
        set.trial().conduct();
        events = List.copyOf(((MemoryJournal) set.journal()).events().subList(0, MORE));
        server = Database.in(folder);
        try (PostgresJournal journal = server.open(STUDY)) {
            add(witnessed(journal, book), 0, OLDER);
        }
        copy("equipoise", "older");
        try (PostgresJournal journal = server.open(STUDY)) {
            add(witnessed(journal, book), OLDER, EVENTS);
        }
        MemoryJournal beginning = new MemoryJournal();
        beginning.append(events.subList(0, EVENTS));
        honest = OpenArchive.of(stage.archive(beginning));
    }

    /// Command by command, as the sequencer does.
    private void add(CheckpointedJournal journal, int from, int to) {
        for (int at = from; at < to; ) {
            int end = at + 1;
            while (end < to && events.get(end).command().equals(events.get(at).command())) {
                end++;
            }
            journal.append(events.subList(at, end));
            journal.commit();
            at = end;
        }
    }

    private CheckpointedJournal witnessed(PostgresJournal journal, WitnessBook witness) {
        CheckpointPolicy policy = new CheckpointPolicy(Long.MAX_VALUE, EVERY);
        return new CheckpointedJournal(journal, stage.study().id(), stage.signingKey(), witness, policy, () -> 0);
    }

    private void copy(String from, String to) throws SQLException {
        run(Durable.superuser(folder), "CREATE DATABASE " + to + " TEMPLATE " + from);
    }

    private static void run(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Login in(String database, Login login) {
        return new Login(login.url().replaceFirst("/[a-z0-9_]+$", "/" + database), login.user(), login.password());
    }

    /// What each check says that does not pass.
    SortedMap<String, String> found(Attack attack, Judge judge) throws SQLException {
        String name = "attacked" + ++copies;
        copy(attack.is("restore") ? attack.says("restore") : "equipoise", name);
        Login superuser = in(name, Durable.superuser(folder));
        SortedMap<String, String> found = new TreeMap<>();
        WitnessBook witness = WitnessBook.read(book.text(), stage.signingKey().publicKey());
        try {
            if (attack.is("running")) {
                program(attack, name, witness, found);
            } else {
                run(superuser, attack.sql());
            }
            looks(attack, name, witness, found);
            String seen = witness(attack, rows(superuser), witness);
            put(found, "verifier", verdict(archive(attack, rows(superuser)), seen, judge), "verified");
        } finally {
            if (attack.is("undo")) {
                run(superuser, attack.says("undo"));
            }
        }
        return found;
    }

    private static void put(SortedMap<String, String> found, String check, String says, String passes) {
        if (!says.equals(passes)) {
            found.put(check, says);
        }
    }

    /// The program runs before the attack and goes on after it.
    private void program(Attack attack, String name, WitnessBook witness, SortedMap<String, String> found)
            throws SQLException {
        try (Database database = open(name);
                PostgresJournal journal = database.open(STUDY)) {
            CheckpointedJournal running = witnessed(journal, witness);
            run(in(name, Durable.superuser(folder)), attack.sql());
            add(running, EVENTS, MORE);
            running.checkpoint();
        } catch (Superseded e) {
            found.put("program", "superseded");
        }
    }

    private Database open(String name) {
        return Database.at(in(name, Durable.owner(folder)), in(name, Durable.application(folder)));
    }

    /// The program is started again.
    private void looks(Attack attack, String name, WitnessBook witness, SortedMap<String, String> found) {
        try (Database database = open(name)) {
            if (attack.is("rebuild")) {
                database.rebuildProjections(STUDY);
            }
            try (PostgresJournal journal = database.open(STUDY)) {
                witnessed(journal, witness);
            } catch (DisownedJournal e) {
                found.put("opening", e.where());
            } catch (RuntimeException e) {
                found.put("opening", event(e));
            }
            put(found, "projections", projections(database), "");
        } catch (UnfitDatabase e) {
            found.put("serving", e.sentence());
        }
    }

    private static String projections(Database database) {
        try {
            return database.projectionDifferences(STUDY).entrySet().stream()
                    .filter(table -> table.getValue() > 0)
                    .map(table -> table.getKey() + " " + table.getValue())
                    .collect(Collectors.joining(", "));
        } catch (RuntimeException e) {
            return event(e);
        }
    }

    private static String event(RuntimeException e) {
        Matcher event = EVENT.matcher(String.valueOf(e.getMessage()));
        return event.find() ? event.group() : String.valueOf(e);
    }

    /// The rows as they stand, whatever they are.
    private static List<String> rows(Login superuser) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT body FROM journal.event WHERE study = '" + STUDY + "' ORDER BY seq")) {
            while (found.next()) {
                rows.add(new String(found.getBytes(1), StandardCharsets.UTF_8));
            }
        }
        return rows;
    }

    /// What a program would export that trusts its database, or who has no key.
    private byte[] archive(Attack attack, List<String> rows) {
        OpenArchive changed = honest.with(rows);
        return attack.says("archive").equals("with the old signature")
                ? changed.bytes(stage.signingKey(), honest.manifest())
                : changed.bytes(stage.signingKey());
    }

    /// What whoever verifies was given as the witness's file.
    private String witness(Attack attack, List<String> rows, WitnessBook kept) {
        String study = stage.study().id();
        List<Integer> sizes = List.of(50, 100, 150, 200);
        List<String> notes =
                kept.checkpoints().stream().map(note -> note.note()).toList();
        return switch (attack.says("witness")) {
            case "" -> kept.text();
            case "forged with another key" ->
                WitnessBook.FIRST_LINE
                        + notes.get(0)
                        + notes.get(1)
                        + note(OpenArchive.witness(journal(rows), study, OTHER, sizes), 2);
            case "forged without the key" ->
                WitnessBook.FIRST_LINE
                        + notes.get(0)
                        + notes.get(1)
                        + text(note(OpenArchive.witness(journal(rows), study, OTHER, sizes), 2))
                        + notes.get(2).substring(notes.get(2).indexOf("\n\n") + 1);
            case "of another reader" -> WitnessBook.FIRST_LINE + notes.getLast();
            default -> throw new IllegalArgumentException(attack.says("witness"));
        };
    }

    private static String note(String witness, int index) {
        return witness.substring(WitnessBook.FIRST_LINE.length()).split("(?<==\n)(?=equipoise/)")[index];
    }

    private static String text(String note) {
        return note.substring(0, note.indexOf("\n\n") + 1);
    }

    private static MemoryJournal journal(List<String> rows) {
        MemoryJournal journal = new MemoryJournal();
        rows.forEach(row -> journal.append(List.of(EventCodec.read(row.getBytes(StandardCharsets.UTF_8)))));
        return journal;
    }

    private String verdict(byte[] archive, String witness, Judge judge) {
        byte[] kept = witness.getBytes(StandardCharsets.UTF_8);
        judge.give(archive, kept);
        String one = Agreement.verdict(archive, stage.signingKey().publicKey(), kept);
        String other = judge.verdict();
        return one.equals(other) ? one : one + " / " + other;
    }

    byte[] publicKey() {
        return stage.signingKey().publicKey();
    }

    @Override
    public void close() {
        server.close();
    }
}

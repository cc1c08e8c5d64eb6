package org.equipoise.app.blinding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.archive.Archive;
import org.equipoise.protocol.reading.Study;
import org.equipoise.store.Database;
import org.equipoise.store.embedded.EmbeddedPostgres;

/// What a database's administrator and whoever holds a backup can get hold of: every table in the order in which its
/// rows lie on the disk, the server's log, each file of a backup, and what `backup` and `restore` print.
///
/// The time of day, process numbers and ports differ between two runs of anything, so digits of the server's log count
/// as one, and the moment of a backup and the signature over it are left out.
record Kept(Path folder) implements Surface {
    private static final Pattern MOMENT = Pattern.compile("\"at\":\\d+|\"at\" : \\d+|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern SIGNATURE = Pattern.compile("signature [0-9a-f]{128}");

    /// The arguments of every call, in their order; `{folder}` stands for where it all is.
    static final List<String> CALLS = List.of(
            "backup --data {folder}/data --out {folder}/backup",
            "backup --data {folder}/data --out {folder}/again --json",
            "restore {folder}/backup --verify",
            "restore {folder}/backup --data {folder}/data",
            "restore {folder}/backup --data {folder}/elsewhere --json");

    /// Where no database can run, tests are skipped and say so; where every test is required, they fail instead.
    static boolean isPossible() {
        return EmbeddedPostgres.isAvailable() || System.getenv("EQUIPOISE_EVERY_TEST") != null;
    }

    @Override
    public void show(World world, Artefacts to) {
        try {
            Printed.empty(folder);
            Path data = folder.resolve("data");
            Files.createDirectories(data);
            Files.writeString(data.resolve("signing-key"), "5".repeat(64) + "\n");
            try (Database database = Database.in(data)) {
                Study study = world.stage().study();
                database.restore(study.id(), new Archive(study.id(), Stage.protocols(List.of(study)), world.journal()));
                rows(data, to);
                for (String call : CALLS) {
                    call(to, call);
                }
            }
            backup(to);
            to.put("server log", said(Files.readAllLines(data.resolve("postgres.log"))));
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void rows(Path data, Artefacts to) throws SQLException {
        try (Connection connection =
                        EmbeddedPostgres.running(data).orElseThrow().connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("""
                    SELECT schemaname || '.' || tablename FROM pg_tables
                     WHERE schemaname IN ('journal', 'projection') ORDER BY 1
                    """)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                StringBuilder rows = new StringBuilder();
                try (ResultSet found =
                        statement.executeQuery("SELECT t.ctid, t FROM " + table + " AS t ORDER BY t.ctid")) {
                    while (found.next()) {
                        rows.append(found.getString(1))
                                .append(' ')
                                .append(found.getString(2))
                                .append('\n');
                    }
                }
                to.put("rows of " + table, rows.toString());
            }
        }
    }

    private void backup(Artefacts to) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backup"))) {
            for (Path file : files.sorted().toList()) {
                to.put("backup " + file.getFileName(), steady(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private void call(Artefacts to, String call) {
        Artefacts printed = new Artefacts();
        Printed.run(call, printed, call.replace("{folder}", folder.toString()).split(" "));
        printed.byName().forEach((name, bytes) -> to.put(name, steady(new String(bytes, StandardCharsets.UTF_8))));
    }

    /// What the server says, each thing once: how often, and when it writes pages back, depends on the time of day.
    private static String said(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains("checkpoint starting") && !line.contains("checkpoint complete"))
                .map(line -> line.replaceAll("\\d+", "#"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String steady(String text) {
        return SIGNATURE.matcher(MOMENT.matcher(text).replaceAll("AT")).replaceAll("SIGNATURE");
    }
}

package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.app.Main;
import org.equipoise.app.command.Ran;
import org.equipoise.app.house.Repository;
import org.equipoise.app.trial.TestStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A database that runs elsewhere: Debian's own PostgreSQL, set up by its administrator with the very statements of
/// docs/reference/store.md.
@EnabledIf(
        value = "isPossible",
        disabledReason = "no PostgreSQL of this machine's own in /usr/lib/postgresql: apt-get install postgresql")
class ExternalPostgresTest {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String STUDY =
            TestStudies.TRIALS.resolve("pressure-dose").toString();
    private static final String NOBODY = "65534";

    @TempDir
    Path folder;

    private Path data;
    private Path programs;
    private int port;

    static boolean isPossible() {
        return oldest().isPresent() || System.getenv("EQUIPOISE_EVERY_TEST") != null;
    }

    /// The programs of the oldest release that is installed.
    private static Optional<Path> oldest() {
        try (Stream<Path> releases = Files.list(INSTALLED)) {
            return releases.filter(each -> Files.exists(each.resolve("bin/initdb")))
                    .min(Comparator.comparingInt(
                            each -> Integer.parseInt(each.getFileName().toString())))
                    .map(each -> each.resolve("bin"));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    @BeforeEach
    void the_administrator_sets_it_up() throws Exception {
        programs = oldest().orElseThrow();
        data = Files.createTempDirectory("external").resolve("data");
        Files.createDirectories(data);
        if (isRoot()) {
            run("chown", "-R", NOBODY + ":" + NOBODY, data.getParent().toString());
        }
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server("initdb", "-D", data.toString(), "-U", "admin", "-A", "trust", "--encoding=UTF8", "--locale=C");
        server(
                "pg_ctl",
                "-D",
                data.toString(),
                "-o",
                "-p " + port + " -c unix_socket_directories='' -c listen_addresses=127.0.0.1",
                "-l",
                data.resolve("server.log").toString(),
                "-w",
                "start");
        try (Connection connection = DriverManager.getConnection(url("postgres"), "admin", "");
                Statement statement = connection.createStatement()) {
            for (String each : documented()) {
                statement.execute(each);
            }
        }
    }

    @AfterEach
    void it_is_stopped() throws Exception {
        server("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        run("rm", "-rf", data.getParent().toString());
    }

    /// The statements of the manual.
    private static List<String> documented() {
        String page = Repository.read(Repository.ROOT.resolve("docs/reference/store.md"));
        String sql = page.substring(page.indexOf("```sql\n") + 7);
        return sql.substring(0, sql.indexOf("```"))
                .lines()
                .map(each -> each.replace("'…'", "'secret'"))
                .toList();
    }

    @Test
    void a_whole_trial_goes_through_it_to_the_same_root_and_nobody_serves_who_may_change_it() throws Exception {
        Ran inMemory = Ran.run("rehearse", STUDY, "--seed", "3", "--json");
        String root =
                JsonMapper.shared().readTree(inMemory.out()).at("/journal/root").asString();

        assertThat(rehearse("equipoise")).contains("root " + root);
        assertThat(rehearse("equipoise_owner"))
                .contains("The trial is not served as equipoise_owner, who owns the journal");
        assertThat(rehearse("admin")).contains("The trial is not served as admin, who is a superuser");
    }

    /// What the program says whose database user is this one.
    private String rehearse(String user) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "rehearse",
                        STUDY,
                        "--seed",
                        "3",
                        "--store",
                        "postgres",
                        "--database",
                        url("equipoise"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        program.environment()
                .putAll(Map.of(
                        "EQUIPOISE_OWNER_USER", "equipoise_owner",
                        "EQUIPOISE_OWNER_PASSWORD", "secret",
                        "EQUIPOISE_DATABASE_USER", user,
                        "EQUIPOISE_DATABASE_PASSWORD", "secret"));
        program.start().waitFor();
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// One of the server's programs, which never run as root.
    private void server(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said by " + Path.of(command[0]).getFileName());
        int exit = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(said)).isZero();
    }
}

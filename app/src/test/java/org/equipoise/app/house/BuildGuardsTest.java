package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Formatter, Error Prone, NullAway and the law of directness each refuse a project that breaks their rule and nothing
/// else. The projects have the repository's own pom as parent, so what is tried is the build that everyone runs; one
/// run of Maven tries them all.
class BuildGuardsTest {
    private static final Path PROJECTS = Repository.ROOT.resolve("app/target/offenders/build");
    private static String said = "";

    /// A project, the plugin that must refuse it, and what must be said.
    private record Refused(String project, String plugin, String why) {}

    private static final List<Refused> REFUSED = List.of(
            new Refused("formatter", "spotless-maven-plugin", "format violations"),
            new Refused("error-prone", "maven-compiler-plugin", "[DeadException]"),
            new Refused("nullaway", "maven-compiler-plugin", "[NullAway]"),
            new Refused("dependencies", "maven-dependency-plugin", "Used undeclared dependencies found"),
            new Refused("dependencies", "maven-dependency-plugin", "Unused declared dependencies found"));

    @BeforeAll
    static void build_all_projects() throws IOException, InterruptedException {
        copy(Repository.OFFENDERS.resolve("build"), PROJECTS);
        said = maven("--offline");
        if (said.contains("in offline mode")) {
            said = maven();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_guard_refuses() {
        return REFUSED.stream()
                .map(refused -> dynamicTest(refused.project() + ": " + refused.why(), () -> {
                    assertThat(refusal(refused.project())).contains(refused.plugin());
                    assertThat(account(refused.project())).contains(refused.why());
                }));
    }

    @Test
    void a_clean_project_passes() {
        assertThat(said).containsPattern("offender-clean \\S+ \\.+ SUCCESS");
        assertThat(refusal("clean")).isEmpty();
    }

    @Test
    void each_project_breaks_one_rule_only() {
        for (Refused refused : REFUSED) {
            assertThat(REFUSED)
                    .filteredOn(other -> !other.project().equals(refused.project()))
                    .noneMatch(other -> account(refused.project()).contains(other.why()));
        }
    }

    /// What Maven said while it built one project, and why it gave up.
    private static String account(String project) {
        return between("Building offender-" + project + " ", "Building offender", "Reactor Summary") + refusal(project);
    }

    private static String refusal(String project) {
        Matcher failed = Pattern.compile("Failed to execute goal \\S+ \\S+ on project offender-" + project + ":")
                .matcher(said);
        return failed.find() ? between(failed.group(), "-> [Help") : "";
    }

    /// From a beginning, which must be there, to the first of the ends.
    private static String between(String beginning, String... ends) {
        int start = said.indexOf(beginning);
        assertThat(start).as("'%s' in what Maven said:\n%s", beginning, said).isNotNegative();
        int end = Stream.of(ends)
                .mapToInt(word -> said.indexOf(word, start + beginning.length()))
                .filter(found -> found >= 0)
                .min()
                .orElse(said.length());
        return said.substring(start, end);
    }

    private static String maven(String... more) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("maven.home", "nowhere"), "bin", "mvn");
        assertThat(program)
                .as("Maven is needed to try the build's guards; run the tests with mvn verify, "
                        + "or name its folder in the system property maven.home")
                .isExecutable();
        Path log = PROJECTS.resolve("build.log");
        List<String> command = new ArrayList<>(List.of(program.toString(), "--batch-mode", "--no-transfer-progress"));
        command.addAll(List.of("--fail-at-end", "--file", PROJECTS.toString()));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(more));
        command.add("verify");
        ProcessBuilder run =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // The formatter runs in Maven's own JVM and needs the one that the tests run on.
        run.environment().put("JAVA_HOME", System.getProperty("java.home"));
        run.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = run.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as("Maven ends; see %s", log)
                .isTrue();
        return Repository.read(log);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : Repository.files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

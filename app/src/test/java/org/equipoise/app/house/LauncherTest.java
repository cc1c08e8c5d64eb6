package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `equipoise`, in a clone whose path has spaces, with a JDK and a Maven that only say what was asked of
/// them.
class LauncherTest {
    @TempDir
    private Path folder;

    private Path clone;
    private Path jdk;
    private Path tools;

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void a_fresh_clone() throws IOException {
        clone = Files.createDirectories(folder.resolve("a clone"));
        Files.copy(
                Repository.ROOT.resolve("equipoise"), clone.resolve("equipoise"), StandardCopyOption.COPY_ATTRIBUTES);
        file(clone.resolve("pom.xml"), "<project/>");
        file(clone.resolve("app/pom.xml"), "<project/>");
        file(clone.resolve("app/src/main/java/Main.java"), "class Main {}");
        file(clone.resolve("app/src/test/java/MainTest.java"), "class MainTest {}");
        jdk = jdk("a jdk", "25.0.1");
        tools = folder.resolve("tools");
        for (String tool : List.of("dirname", "find", "head", "mkdir", "readlink", "rm", "sed", "tail", "touch")) {
            program(tools.resolve(tool), "exec " + onPath(tool) + " \"$@\"");
        }
        maven("""
                for word; do case $word in */pom.xml) root=${word%/pom.xml} ;; esac; done
                echo '[INFO] Downloading from central: x'
                echo '[INFO] Building equipoise-app 0.1.0-SNAPSHOT        [2/2]'
                echo run >> "$root/runs"
                echo jar > "$root/app/target/equipoise.jar"
                """);
    }

    @Test
    void it_builds_once_and_says_so_in_a_line_a_room() throws Exception {
        Said first = launch();
        assertThat(first.err().lines()).hasSize(4).anyMatch(line -> line.strip().matches("app +2/2"));
        assertThat(launch().err()).isEmpty();
        assertThat(builds()).isOne();
    }

    @Test
    void it_passes_on_arguments_exit_code_and_the_folder_it_was_called_from() throws Exception {
        Said said = launch("rehearse", "my trial", "--seed", "1");
        assertThat(said.out()).isEqualToIgnoringNewLines(folder + " [rehearse] [my trial] [--seed] [1]");
        assertThat(said.exit()).isEqualTo(3);
    }

    @Test
    void it_works_through_a_symbolic_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a clone/equipoise"));
        assertThat(run(link, jdk).exit()).isEqualTo(3);
        assertThat(clone.resolve("app/target/equipoise.jar")).exists();
    }

    @Test
    void it_builds_again_when_a_source_is_newer_but_not_for_a_test_or_a_page() throws Exception {
        launch();
        file(clone.resolve("README.md"), "# Read me");
        file(clone.resolve("app/src/test/java/OtherTest.java"), "class OtherTest {}");
        launch();
        assertThat(builds()).isOne();
        file(clone.resolve("app/src/main/java/Other.java"), "class Other {}");
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void it_builds_again_when_a_source_is_gone() throws Exception {
        Path other = file(clone.resolve("app/src/main/java/Other.java"), "class Other {}");
        launch();
        Files.delete(other);
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void it_passes_over_a_java_that_is_too_old() throws Exception {
        Path old = jdk("an old jdk", "17.0.15");
        Path older = jdk("an older jdk", "1.8.0_402");
        Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
        assertThat(run(clone.resolve("equipoise"), old).out()).contains("[]");
        assertThat(run(clone.resolve("equipoise"), older).exit()).isEqualTo(3);
    }

    @Test
    void it_starts_from_the_classes_it_remembers_unless_the_program_is_newer() throws Exception {
        launch();
        assertThat(asked()).doesNotContain("AOTCache");
        Path classes = file(clone.resolve("app/target/equipoise.aot"), "classes");
        launch();
        assertThat(asked()).contains("-XX:AOTCache=" + classes);
        Files.setLastModifiedTime(classes, FileTime.from(Instant.EPOCH));
        launch();
        assertThat(asked()).doesNotContain("AOTCache");
    }

    @Test
    void it_leaves_the_optimising_compiler_out_where_it_would_not_pay() throws Exception {
        String quick = "-XX:TieredStopAtLevel=1";
        launch("rehearse", "a trial", "--seed", "1");
        assertThat(asked()).contains(quick);
        launch("check", "a trial");
        assertThat(asked()).contains(quick);
        launch("rehearse", "a trial", "--trials", "1000");
        assertThat(asked()).doesNotContain(quick);
        launch("rehearse", "a trial", "--runner=kernel");
        assertThat(asked()).doesNotContain(quick);
        launch("serve");
        assertThat(asked()).doesNotContain(quick);
    }

    @Test
    void without_maven_it_says_in_a_line_what_to_install() throws Exception {
        Files.delete(tools.resolve("mvn"));
        Said said = launch();
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err().lines()).hasSize(1).first().asString().contains("Maven", "install");
    }

    @Test
    void a_failed_build_shows_the_end_of_its_log_and_where_it_is() throws Exception {
        maven("echo '[ERROR] Main.java:1 is wrong'; exit 1");
        Said said = launch();
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("Main.java:1 is wrong", "app/target/build.log");
        assertThat(said.out()).isEmpty();
    }

    private Said launch(String... arguments) throws IOException, InterruptedException {
        return run(clone.resolve("equipoise"), jdk, arguments);
    }

    private Said run(Path launcher, Path javaHome, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder run = new ProcessBuilder(command).directory(folder.toFile());
        run.redirectError(folder.resolve("err").toFile());
        run.environment().clear();
        run.environment().put("PATH", tools.toString());
        run.environment().put("JAVA_HOME", javaHome.toString());
        Process process = run.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Repository.read(folder.resolve("err")));
    }

    private long builds() {
        return Repository.read(clone.resolve("runs")).lines().count();
    }

    private String asked() {
        return Repository.read(jdk.resolve("bin/java.asked"));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        file(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "exit 1");
        // Called as java <options> -jar <jar> <arguments>.
        program(home.resolve("bin/java"), """
                printf '%s' "$*" > "$0.asked"
                while [ "$1" != -jar ]; do shift; done; shift 2
                printf '%s' "$PWD"; printf ' [%s]' "$@"
                exit 3
                """);
        return home;
    }

    private void maven(String does) throws IOException {
        program(tools.resolve("mvn"), does);
    }

    private static void program(Path file, String does) throws IOException {
        file(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path file(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Path onPath(String tool) {
        return List.of("/usr/bin", "/bin").stream()
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}

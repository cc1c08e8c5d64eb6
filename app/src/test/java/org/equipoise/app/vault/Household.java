package org.equipoise.app.vault;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder in which programs of different users of the operating system live: all may read the programs and the
/// study, each has a room of its own. Where the test is not root they are all one user, and it says so.
final class Household {
    /// Users that a Linux system has from the beginning.
    static final String KEEPER = "games";

    static final String SERVANT = "daemon";

    final Path folder;
    final boolean twoUsers;

    Household(Path folder) throws Exception {
        this.folder = folder;
        this.twoUsers = is("id", "-u", KEEPER)
                && is("id", "-u", SERVANT)
                && is("setpriv", "--version")
                && is("sh", "-c", "[ \"$(id -u)\" = 0 ]");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path programs = Files.createDirectory(folder.resolve("programs"));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.exists(Path.of(entry))) {
                copy(Path.of(entry), programs.resolve(number++ + (entry.endsWith(".jar") ? ".jar" : "")));
            }
        }
        copy(
                Path.of(System.getProperty("equipoise.root"), "trials", "pressure-dose"),
                folder.resolve("trials/pressure-dose"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(each, copy);
                }
            }
        }
    }

    /// A room that belongs to one of them, which others may pass and not list.
    Path room(String user) throws Exception {
        Path room = folder.resolve(user);
        if (!Files.exists(room)) {
            Files.createDirectory(room);
            Files.setPosixFilePermissions(room, PosixFilePermissions.fromString("rwx--x--x"));
        }
        give(room, user);
        return room;
    }

    /// Gives all that is in a room to its user.
    void give(Path room, String user) throws Exception {
        if (twoUsers && !is("chown", "-R", user + ":" + user, room.toString())) {
            throw new IOException(room + " cannot be given to " + user);
        }
    }

    /// The command as one of them runs it; the keeper of the vault belongs to the servant's group too.
    List<String> as(String user, String... command) {
        List<String> whole = new ArrayList<>();
        if (twoUsers) {
            whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user));
            whole.add(user.equals(KEEPER) ? "--groups=" + SERVANT : "--clear-groups");
        }
        whole.addAll(List.of(command));
        return whole;
    }

    ProcessBuilder java(String user, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dequipoise.root=" + folder,
                "-Djava.io.tmpdir=" + folder.resolve(user),
                "-cp",
                classPath(),
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(as(user, command.toArray(String[]::new)))
                .directory(folder.resolve(user).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(user).toFile()));
        process.environment()
                .keySet()
                .retainAll(Map.of("PATH", "", "EQUIPOISE_SECOND_FACTOR", "").keySet());
        return process;
    }

    Path log(String user) {
        return folder.resolve(user + ".log");
    }

    private String classPath() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("programs"))) {
            return String.join(
                    File.pathSeparator, entries.map(Path::toString).sorted().toList());
        }
    }

    /// Whether the command ends well.
    static boolean is(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    String said(String user) throws IOException {
        return Files.readString(log(user), StandardCharsets.UTF_8);
    }
}

package org.equipoise.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whom PostgreSQL runs as. It refuses root: in a container, where there may be nobody else, it is put into a user
/// namespace of its own, in which it is nobody while its files stay root's; where that is not allowed, it becomes the
/// user nobody, and the folder is given to him.
record Account(List<String> prefix) {
    private static final String NOBODY = "65534";

    static Account of(Path home) throws IOException, InterruptedException {
        if (!isRoot()) {
            return new Account(List.of());
        }
        if (works("unshare", "-U", "true")) {
            return new Account(List.of("unshare", "-U"));
        }
        Account nobody = new Account(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        nobody.own(home, home);
        return nobody;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    private static boolean works(String... command) throws InterruptedException {
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

    /// Gives a file or folder to this account, where it is another than the program's.
    void own(Path home, Path file) throws IOException, InterruptedException {
        if (prefix.contains("setpriv")) {
            new Account(List.of()).run(home, "chown", "-R", NOBODY + ":" + NOBODY, file.toString());
        }
    }

    /// A program as this account, with its output at the end of a file: a pipe would never be closed by what it starts.
    Process start(Path log, String... command) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    /// Runs a program to its end, which must be a good one.
    void run(Path home, String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(home, "said", ".log");
        int exit = start(log, command).waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit + ":\n" + said);
        }
    }
}

package org.equipoise.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The PostgreSQL that works in a folder, as far as the folder and the machine tell of it.
final class Postmaster {
    private static final int SECONDS_TO_END = 60;
    private static final int A_SECOND = 50;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    int port() {
        return Integer.parseInt(status().get(PORT_LINE).strip());
    }

    boolean isReady(Process started) {
        List<String> status = status();
        return status.size() > STATUS_LINE
                && status.getFirst().strip().equals(Long.toString(started.pid()))
                && status.get(STATUS_LINE).strip().equals("ready");
    }

    /// The lines of what a running server says of itself: its process, folder, start, port … A disk that is gone tells
    /// of nobody.
    private List<String> status() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Whether a server works in the folder. The number alone says nothing: after a restart it may be another
    /// process's, and a dead one may still have it.
    boolean isWorking() {
        return written().filter(this::worksHere).isPresent();
    }

    /// The process whose number stands in the folder, if there is one of that number.
    private Optional<ProcessHandle> written() {
        List<String> status = status();
        return status.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(status.getFirst().strip()));
    }

    /// Where no machine tells what a process works on, its number must do.
    private boolean worksHere(ProcessHandle process) {
        if (!Files.exists(Path.of("/proc/self"))) {
            return process.isAlive();
        }
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(data);
        } catch (IOException e) {
            return false;
        }
    }

    /// Waits until all that a killed server left behind are gone: they could still write. PostgreSQL makes sure of it
    /// by what the dead one wrote down. That is taken away only where its number is now another process's, or where
    /// the power failed before it wrote anything.
    void awaitNobody() throws IOException, InterruptedException {
        if (!Files.exists(Path.of("/proc/self"))) {
            return;
        }
        for (int i = 0; ProcessHandle.allProcesses().anyMatch(this::worksHere); i++) {
            if (i == SECONDS_TO_END * A_SECOND) {
                throw new IOException("what an earlier PostgreSQL left behind still runs in " + data);
            }
            TimeUnit.MILLISECONDS.sleep(1000 / A_SECOND);
        }
        if (status().isEmpty() || written().isPresent()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }
}

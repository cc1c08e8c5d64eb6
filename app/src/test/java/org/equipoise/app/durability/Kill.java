package org.equipoise.app.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Kills PostgreSQL, all its processes at once and without a word.
///
/// @param data the folder that they work in
record Kill(Path data) implements Blow {

    /// Whatever a server said until it was dead, it said.
    @Override
    public void strike(Ears ears) throws InterruptedException {
        strike();
    }

    /// The server first, which is the oldest, so that it starts no more; then whoever is left, until nobody is.
    void strike() throws InterruptedException {
        for (List<ProcessHandle> left = workers(); !left.isEmpty(); left = workers()) {
            left.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(5);
        }
    }

    @Override
    public void mend() {}

    /// Asked without looking at the folder itself, whose disk may be gone.
    List<ProcessHandle> workers() {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                                .equals(data);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .sorted(Comparator.comparingLong(ProcessHandle::pid))
                .toList();
    }
}

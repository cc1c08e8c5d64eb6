package org.equipoise.app.durability;

import java.io.IOException;

/// The database says nothing more, as a machine that is overwhelmed: all its processes stand still, connections stay.
record Silence(Kill server) implements Trouble {
    @Override
    public void begin() throws IOException, InterruptedException {
        signal("-STOP");
    }

    @Override
    public void end() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /// The server first, so that it starts no more.
    private void signal(String which) throws IOException, InterruptedException {
        for (ProcessHandle each : server.workers()) {
            new ProcessBuilder("kill", which, Long.toString(each.pid())).start().waitFor();
        }
    }
}

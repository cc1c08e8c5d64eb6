package org.equipoise.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C while many trials run: no further trial begins, and what is done is still told. The machine ends when it is
/// told, with the code that shells expect of an interrupted program, 130.
final class Interruption implements AutoCloseable {
    /// A trial under way is finished first; a report is written.
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop after what is done");
    private volatile boolean stopped;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        stopped = true;
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /// Everything is told.
    @Override
    public void close() {
        told.countDown();
        if (!stopped) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                stopped = true;
            }
        }
    }
}

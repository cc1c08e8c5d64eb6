package org.equipoise.app.durability;

/// Whether anybody is there to hear an answer. A kernel whose disk was told to lose its power may still say that
/// something was flushed; on a machine without power nobody hears it.
final class Ears {
    private volatile boolean closed;

    /// To be done before the power is cut: what was heard until then was kept.
    void close() {
        closed = true;
    }

    /// When the power is back.
    void open() {
        closed = false;
    }

    boolean hear() {
        return !closed;
    }
}

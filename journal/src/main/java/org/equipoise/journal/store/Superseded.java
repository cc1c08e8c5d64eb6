package org.equipoise.journal.store;

/// Another writer has opened the study's journal since; whoever learns this stops writing and leaves it to the other.
public final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Superseded(String sentence) {
        super(sentence);
    }
}

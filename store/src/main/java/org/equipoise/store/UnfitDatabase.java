package org.equipoise.store;

/// A database that cannot keep a trial, or must not: the sentence says why, and what to do about it.
public final class UnfitDatabase extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnfitDatabase(String sentence) {
        super(sentence);
    }

    public UnfitDatabase(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

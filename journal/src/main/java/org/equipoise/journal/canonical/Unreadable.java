package org.equipoise.journal.canonical;

/// Bytes that do not say what they should: where in them, and why.
public sealed class Unreadable extends RuntimeException permits UnreadableEvent {
    private final String where;
    private final String why;

    Unreadable(String where, String why) {
        this.where = where;
        this.why = why;
    }

    @Override
    public String getMessage() {
        return where.isEmpty() ? why : where + ": " + why;
    }

    /// A JSON pointer, as `/body/changes/3/value`; empty for the whole.
    public String where() {
        return where;
    }

    public String why() {
        return why;
    }
}

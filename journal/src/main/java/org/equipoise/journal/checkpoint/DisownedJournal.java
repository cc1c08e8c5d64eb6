package org.equipoise.journal.checkpoint;

/// What was witnessed is not the beginning of this journal, or the witness's own file is not to be trusted. Nothing is
/// written until somebody has found out why.
public final class DisownedJournal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String where;

    public DisownedJournal(String where, String why) {
        super(why);
        this.where = where;
    }

    /// `events 101 to 150`, `checkpoint 3`, `witness`.
    public String where() {
        return where;
    }
}

package org.equipoise.journal.store;

/// The journal cannot be reached. What was about to be kept is there whole or not at all, and only the journal, opened
/// again, can say which: a command is given again under its key.
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

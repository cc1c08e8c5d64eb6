package org.equipoise.store;

import java.util.function.Supplier;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.store.postgres.PostgresJournal;
import org.jspecify.annotations.Nullable;

/// The one journal that a program has open for a study. Where it failed it is let go and another is opened, from what
/// the database then holds.
public final class Pen implements AutoCloseable {
    private final Supplier<PostgresJournal> opening;
    private @Nullable PostgresJournal held;

    /// @param opening opens the journal, and a database of our own that has ended: [Database#open]
    public Pen(Supplier<PostgresJournal> opening) {
        this.opening = opening;
    }

    /// The journal, opened anew.
    ///
    /// @throws JournalUnavailable if it cannot be opened now
    public PostgresJournal take() {
        close();
        PostgresJournal opened = opening.get();
        held = opened;
        return opened;
    }

    @Override
    public void close() {
        PostgresJournal before = held;
        held = null;
        if (before != null) {
            try {
                before.close();
            } catch (JournalUnavailable away) {
                // Its connection is broken, which is why it is let go.
            }
        }
    }
}

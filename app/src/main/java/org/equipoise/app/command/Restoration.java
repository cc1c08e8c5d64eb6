package org.equipoise.app.command;

import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.archive.Archive;
import org.equipoise.language.identity.Digest;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.PostgresJournal;

/// Puts one journal back into a database, and asks of what then stands there whether it is the same.
record Restoration(Database database, String name) {
    void restore(Archive archive) {
        database.restore(name, archive);
        requireSame(archive.journal().root());
    }

    private void requireSame(Digest root) {
        TrialState state = new TrialState();
        try (PostgresJournal journal = database.open(name)) {
            require(journal.root().equals(root), "has another root than the backup");
            journal.events().forEach(state::after);
        }
        require(
                database.projectionDifferences(name).values().stream().allMatch(differing -> differing == 0),
                "has tables for reading that differ from its journal");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Stop(ExitCode.FINDINGS, name + " was put back, but " + otherwise + ". Do not use it.");
        }
    }
}

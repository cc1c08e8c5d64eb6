package org.equipoise.app.durability;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.store.Database;
import org.equipoise.store.log.FileLog;
import org.equipoise.store.postgres.PostgresJournal;

/// What is found of a trial after something happened to it.
///
/// @param acknowledged commands that were answered
/// @param asked entries that the vault had written down before it answered
/// @param witnessed up to which event the witness said that it had kept a checkpoint
/// @param unanswered commands under way when it came
/// @param kept of these, how many were nevertheless in the journal afterwards
/// @param lost what was said to be kept and is not there, or not as it was told: commands, what the vault wrote down,
///     what the witness kept
/// @param partial commands with another effect than they have in a trial that nobody disturbs, and rows of projections
///     that differ from the journal
record Aftermath(long acknowledged, long asked, long witnessed, long unanswered, long kept, long lost, long partial) {

    /// A trial under load, and those who remember what it was told.
    record Scene(Trial trial, Load load, Recounted vault, Attested witness) {}

    /// Looks at everything, and gives what was not answered again under its keys: then it has one effect, before or
    /// now.
    static Aftermath of(Scene scene, Database database, Path vaultLog) throws InterruptedException {
        Trial trial = scene.trial();
        Load load = scene.load();
        long acknowledged = load.acknowledged().size();
        long asked = scene.vault().acknowledged().size();
        long witnessed = scene.witness().acknowledged();
        long unanswered = load.unanswered().size();
        long kept;
        long lost = scene.witness().last().map(last -> last.checkpoint().size()).orElse(0L) < witnessed ? 1 : 0;
        try (PostgresJournal journal = database.open(trial.name())) {
            lost += missing(journal, load.acknowledged());
            kept = journal.caused(load.unanswered().keySet()).size();
        }
        try (FileLog vault = FileLog.open(vaultLog)) {
            lost += missing(vault.entries(), scene.vault().acknowledged());
            load.giveAgain(
                    trial.intake(() -> database.open(trial.name()), vault, scene.witness(), CheckpointPolicy.SERVICE));
            long partial = 0;
            try (PostgresJournal journal = database.open(trial.name())) {
                lost += missing(journal, load.acknowledged());
                Trial.Undisturbed undisturbed = trial.again(journal.events(), load.given(), vault.entries());
                partial += undisturbed.differing() + (undisturbed.root().equals(journal.root()) ? 0 : 1);
            }
            for (long rows : database.projectionDifferences(trial.name()).values()) {
                partial += rows;
            }
            return new Aftermath(acknowledged, asked, witnessed, unanswered, kept, lost, partial);
        }
    }

    static long missing(PostgresJournal journal, Map<String, List<JournalledEvent>> acknowledged) {
        Map<String, List<JournalledEvent>> found = journal.caused(acknowledged.keySet());
        return acknowledged.entrySet().stream()
                .filter(each -> !each.getValue().equals(found.get(each.getKey())))
                .count();
    }

    private static long missing(List<byte[]> found, List<byte[]> acknowledged) {
        long missing = 0;
        for (int i = 0; i < acknowledged.size(); i++) {
            missing += i < found.size() && Arrays.equals(found.get(i), acknowledged.get(i)) ? 0 : 1;
        }
        return missing;
    }
}

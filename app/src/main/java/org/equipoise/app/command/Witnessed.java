package org.equipoise.app.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointWitness;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.store.Journal;

/// A trial's journal whose growth is witnessed, and the checkpoints where nobody else keeps them.
record Witnessed(CheckpointedJournal journal, Optional<WitnessBook> book) {

    static Witnessed byNobodyElse(Journal journal, Stage stage, Keeping store) {
        WitnessBook book = new WitnessBook();
        return new Witnessed(journal(journal, stage, store, book), Optional.of(book));
    }

    static Witnessed by(CheckpointWitness witness, Journal journal, Stage stage, Keeping store) {
        return new Witnessed(journal(journal, stage, store, witness), Optional.empty());
    }

    /// What is in memory has its checkpoints at the same events each time; a database is in service.
    private static CheckpointedJournal journal(Journal journal, Stage stage, Keeping store, CheckpointWitness witness) {
        boolean service = store == Keeping.POSTGRES;
        Clock clock = Clock.systemUTC();
        LongSupplier microseconds = () -> service ? ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()) : 0;
        return new CheckpointedJournal(
                journal,
                stage.study().id(),
                stage.signingKey(),
                witness,
                service ? CheckpointPolicy.SERVICE : CheckpointPolicy.REHEARSAL,
                microseconds);
    }
}

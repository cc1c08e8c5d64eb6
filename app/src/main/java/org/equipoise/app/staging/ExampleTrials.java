package org.equipoise.app.staging;

import java.util.function.Supplier;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.example.Examples;
import org.equipoise.statistics.random.Seed;

/// Gives every example participant a trial of its own: an empty journal and a vault. Which arm comes out of it is of no
/// matter, for what an example shows is shown to blinded people.
public record ExampleTrials(Study study) implements Supplier<Examples.Counter> {
    private static final Draws DRAWS = new Draws(Seed.of(1), 1);

    @Override
    public Examples.Counter get() {
        Vault vault =
                new Vault(study, DRAWS.secrets(study.design().arms()), new RealSealing(DRAWS.bytes("sealing key")));
        return new Examples.Counter(new MemoryJournal(), vault, DRAWS.personalKeys());
    }
}

package org.equipoise.journal.checkpoint;

import java.util.Optional;

/// Someone else, who keeps checkpoints where whoever keeps the journal cannot change them, and takes only what extends
/// what was kept.
public interface CheckpointWitness {

    /// What was kept last; empty where nothing is yet.
    Optional<SignedCheckpoint> last();

    Answer add(Extension extension);

    /// What a witness says.
    sealed interface Answer {
        record Kept() implements Answer {}

        /// It is no extension of what was kept.
        record Refused(String why) implements Answer {}

        /// It could not be asked; it may be later.
        record Absent(String why) implements Answer {}
    }
}

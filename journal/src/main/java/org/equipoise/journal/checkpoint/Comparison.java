package org.equipoise.journal.checkpoint;

import java.util.List;
import java.util.Optional;
import org.equipoise.journal.archive.Reading.Rejected;
import org.equipoise.journal.archive.Watch;
import org.equipoise.language.identity.Digest;

/// A journal, while it is read, beside what was witnessed of it: section 9 of the format page.
final class Comparison implements Watch {
    private final List<SignedCheckpoint> checkpoints;
    private int agreed;

    Comparison(List<SignedCheckpoint> checkpoints) {
        this.checkpoints = List.copyOf(checkpoints);
    }

    private Checkpoint at(int index) {
        return checkpoints.get(index).checkpoint();
    }

    @Override
    public long next() {
        return agreed < checkpoints.size() ? at(agreed).size() : 0;
    }

    @Override
    public Optional<Rejected> compare(Digest root) {
        if (!at(agreed).root().equals(root)) {
            long sound = agreed == 0 ? 0 : at(agreed - 1).size();
            return Optional.of(new Rejected(
                    "events " + (sound + 1) + " to " + next(),
                    "something between them is not as it was when a witness kept the checkpoint of size " + next()));
        }
        agreed++;
        return Optional.empty();
    }

    @Override
    public Optional<Rejected> end(String study, long size) {
        if (!checkpoints.isEmpty() && !at(0).origin().equals(Checkpoint.origin(study))) {
            return Optional.of(new Rejected("checkpoint 1", "it is of another study, " + at(0).origin()));
        }
        return next() == 0
                ? Optional.empty()
                : Optional.of(
                        new Rejected("events " + (size + 1) + " to " + next(), "they were witnessed and are missing"));
    }
}

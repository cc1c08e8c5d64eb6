package org.equipoise.journal.checkpoint;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.equipoise.journal.tree.ProofCheck;

/// A checkpoint with the proof that it grew out of an earlier one: section 11 of the format page.
///
/// @param old the size of the earlier one, 0 before the first
public record Extension(long old, List<byte[]> proof, SignedCheckpoint later) {
    public Extension {
        proof = List.copyOf(proof);
    }

    /// As a witness, or whoever holds the earlier checkpoint, reads it.
    public String text() {
        StringBuilder text = new StringBuilder("old " + old + "\n");
        proof.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(later.note()).toString();
    }

    /// Whether the later tree begins with the earlier one, if there is one.
    public boolean follows(Optional<Checkpoint> earlier) {
        Checkpoint now = later.checkpoint();
        return earlier.map(then -> then.origin().equals(now.origin())
                        && old == then.size()
                        && ProofCheck.grew(
                                old, then.root().bytes(), now.size(), now.root().bytes(), proof))
                .orElse(old == 0 && proof.isEmpty());
    }
}

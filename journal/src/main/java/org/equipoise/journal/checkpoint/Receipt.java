package org.equipoise.journal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// One event with the proof that it is in the tree of a checkpoint: section 10 of the format page. Whoever holds it can
/// show that the event was recorded, without the journal.
///
/// @param event its canonical form, whose UTF-8 is the leaf
public record Receipt(String event, long seq, List<byte[]> proof, SignedCheckpoint checkpoint) {
    public Receipt {
        proof = List.copyOf(proof);
    }

    public String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ");
        text.append(base64.encodeToString(event.getBytes(StandardCharsets.UTF_8)))
                .append("\nindex ")
                .append(seq - 1)
                .append('\n');
        proof.forEach(hash -> text.append(base64.encodeToString(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }
}

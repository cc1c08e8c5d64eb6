package org.equipoise.journal.checkpoint;

import java.nio.charset.StandardCharsets;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.journal.tree.TreeProof;

/// Proofs out of a whole journal; each reads it once and keeps only hashes.
public final class Proofs {
    private Proofs() {}

    /// That an event is in the tree of a checkpoint of at least its number.
    public static Receipt receipt(Journal journal, long seq, SignedCheckpoint checkpoint) {
        TreeProof proof = TreeProof.inclusion(seq - 1, checkpoint.checkpoint().size());
        String event = new String(journal.bytes(seq), StandardCharsets.UTF_8);
        return new Receipt(event, seq, fed(proof, journal).hashes(), checkpoint);
    }

    /// That a checkpoint grew out of the tree of an earlier size.
    public static Extension extension(Journal journal, long old, SignedCheckpoint later) {
        TreeProof proof = TreeProof.consistency(old, later.checkpoint().size());
        return new Extension(old, fed(proof, journal).hashes(), later);
    }

    private static TreeProof fed(TreeProof proof, Journal journal) {
        MerkleTree hashes = new MerkleTree();
        journal.bytes().forEach(bytes -> proof.add(hashes.leafHash(bytes)));
        return proof;
    }
}

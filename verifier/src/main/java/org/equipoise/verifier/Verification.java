package org.equipoise.verifier;

/// What the verifier says of an archive.
public sealed interface Verification {

    /// Every byte is accounted for: `size` events under the tree `root`, signed by the key whose SHA-256 is `keyId`.
    ///
    /// @param checkpoints how many of a witness it agrees with
    /// @param witnessed the size of the last of these; what comes after rests on the signature alone
    record Verified(long size, String root, String keyId, String study, int checkpoints, long witnessed)
            implements Verification {}

    /// The first fault: `where` is `header`, `protocol <n>`, `file <name>`, `event <seq>`, `manifest`,
    /// `signature`, `end`, or, with a witness, `witness`, `checkpoint <i>`, `events <a> to <b>`; `why` is a
    /// sentence that ends with the byte offset in the file.
    record Rejected(String where, String why) implements Verification {}
}

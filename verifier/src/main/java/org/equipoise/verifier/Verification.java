package org.equipoise.verifier;

/// What the verifier says of an archive.
public sealed interface Verification {

    /// Every byte is accounted for: `size` events under the tree `root`, signed by the key whose SHA-256 is `keyId`.
    record Verified(long size, String root, String keyId, String study) implements Verification {}

    /// The first fault: `where` is `header`, `protocol <n>`, `file <name>`, `event <seq>`, `manifest`, `signature` or
    /// `end`; `why` is a sentence that ends with the byte offset in the archive.
    record Rejected(String where, String why) implements Verification {}
}

package org.equipoise.conduct.desk;

import org.equipoise.language.identity.Digest;

/// What the log of a vault was at some size: the root of the Merkle tree over its entries.
public record VaultRoot(long entries, Digest root) {}

/// The one tamper structure: a Merkle tree over the canonical bytes of the events, and proofs about it. The stores
/// keep its frontier, the archive signs its root, checkpoints sign it as it grows.
@NullMarked
package org.equipoise.journal.tree;

import org.jspecify.annotations.NullMarked;

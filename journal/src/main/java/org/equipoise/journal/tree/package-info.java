/// The one tamper structure: a Merkle tree over the canonical bytes of the events. The stores keep its
/// frontier, the archive signs its root.
@NullMarked
package org.equipoise.journal.tree;

import org.jspecify.annotations.NullMarked;

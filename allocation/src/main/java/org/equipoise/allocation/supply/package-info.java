/// What is allocated: arm codes and what they stand for, the list, the kits. App draws the codes; the rest is seen by
/// the vault alone, and goes on as ciphertext and kit numbers.
@NullMarked
package org.equipoise.allocation.supply;

import org.jspecify.annotations.NullMarked;

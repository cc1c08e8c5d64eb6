/// What is allocated: arm codes and what they stand for, the list, the kits. Seen by the vault alone.
@NullMarked
package org.equipoise.allocation.supply;

import org.jspecify.annotations.NullMarked;

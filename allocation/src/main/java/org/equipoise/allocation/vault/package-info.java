/// The locked room itself, behind conduct's ports. An arm is opened in [Vault#reveal] and nowhere else. Only app wires
/// it; what it answers becomes events.
@NullMarked
package org.equipoise.allocation.vault;

import org.jspecify.annotations.NullMarked;

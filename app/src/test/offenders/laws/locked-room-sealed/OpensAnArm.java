package org.equipoise.app;

import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.language.identity.Sealed;

/// Whoever wires the vault could also look into it.
final class OpensAnArm {
    String arm(Sealing sealing, Sealed sealed) {
        return sealing.open(sealed, "S01-0001");
    }
}

package org.equipoise.rehearsal;

import org.equipoise.allocation.vault.Vault;

final class KnowsTheVault {
    private final Vault vault;

    KnowsTheVault(Vault vault) {
        this.vault = vault;
    }
}

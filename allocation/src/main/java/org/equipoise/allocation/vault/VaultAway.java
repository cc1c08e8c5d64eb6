package org.equipoise.allocation.vault;

/// The vault could not be asked. Nothing is half done: a question that it wrote down has the same answer the next time.
public final class VaultAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    public VaultAway(String why) {
        super("The vault cannot be asked: " + why + ". Nothing was done. See that it runs, then ask again.");
    }
}

package org.equipoise.conduct.sequencer;

import org.equipoise.conduct.desk.VaultRoot;

/// The vault's log does not begin as the journal says it once was, or the vault answers otherwise than it did: the log
/// was cut back, or an older copy or another took its place. Going on would give the same place of the list to two
/// people.
public final class VaultSetBack extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String WHAT_TO_DO =
            " It was cut back, or replaced by an older copy. Nothing more is taken: bring back the whole log.";

    VaultSetBack(VaultRoot anchor) {
        super("The vault's log is not the one that the journal knows: its first " + anchor.entries()
                + " entries should have the root " + anchor.root().hex() + "." + WHAT_TO_DO);
    }

    VaultSetBack(long event) {
        super("The vault's log is not the one that the journal knows: it answers otherwise than in event " + event + "."
                + WHAT_TO_DO);
    }
}

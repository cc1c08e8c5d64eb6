package org.equipoise.allocation.vault;

/// The way to a vault that runs elsewhere: one line of text there, one back. Neither holds its end.
@FunctionalInterface
public interface Line {
    /// Asks, and waits for the answer.
    ///
    /// @throws VaultAway if no answer came; the question may have been written down, and can be asked again
    byte[] ask(byte[] question);
}

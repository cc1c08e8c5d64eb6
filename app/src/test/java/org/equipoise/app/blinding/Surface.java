package org.equipoise.app.blinding;

/// One way in which the software tells people something.
interface Surface {
    /// Puts everything that a blinded person gets this way among the artefacts.
    void show(World world, Artefacts to);
}

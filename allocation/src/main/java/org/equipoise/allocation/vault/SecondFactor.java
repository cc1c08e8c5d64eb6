package org.equipoise.allocation.vault;

/// Asks, by a second way than the first, whether it is really this person who asks: by a code from a device, by a key.
/// What it rests on is the hospital's to choose.
@FunctionalInterface
public interface SecondFactor {
    /// Whether the person and the proof belong together.
    ///
    /// @param who the person who asks
    /// @param proof what they gave as the second factor
    boolean confirms(String who, String proof);
}

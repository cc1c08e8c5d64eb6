package org.equipoise.allocation.vault;

import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.statistics.random.Seed;

/// What the vault alone knows: which code is which arm, the seed of the list, the seed of the kit numbers, and the
/// nonce that keeps the commitment
/// from being guessed (64 hexadecimal digits).
public record Secrets(ArmCodes arms, Seed list, Seed kits, String nonce) {}

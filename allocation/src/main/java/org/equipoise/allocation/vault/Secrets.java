package org.equipoise.allocation.vault;

import java.util.regex.Pattern;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.supply.KitStock;
import org.equipoise.protocol.design.Design;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// What the vault alone knows: which code is which arm, the seed of the list, the seed of the kit numbers, and the
/// nonce that keeps the commitment from being guessed (64 hexadecimal digits).
///
/// A record prints its components; this one must not, so it prints its name.
public record Secrets(ArmCodes arms, Seed list, Seed kits, String nonce) {
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");

    public Secrets {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("the nonce must have 64 hexadecimal digits");
        }
    }

    /// The kits with their numbers, enough of each arm for everybody.
    public KitStock stock(Design design) {
        int enough = design.randomization().participants() * design.dispensing().size();
        return new KitStock(arms, enough, kits.stream(RandomStream.key("kit numbers"), 0, 0));
    }

    @Override
    public String toString() {
        return "Secrets[withheld]";
    }
}

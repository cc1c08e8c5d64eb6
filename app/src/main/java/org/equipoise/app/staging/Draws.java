package org.equipoise.app.staging;

import java.util.HexFormat;
import java.util.List;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.journal.confidence.MemoryKeys;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// What is secret in one pretended trial, drawn from the seed and the trial's number, each thing from a stream of its
/// own.
record Draws(Seed seed, long trial) {
    private static final int WORDS = 4;

    Secrets secrets(List<Arm> arms) {
        return new Secrets(ArmCodes.draw(arms, stream("arm codes")), seedOf("list"), seedOf("kits"), hex("nonce"));
    }

    /// Each participant's key from a stream of its own.
    PersonalKeys personalKeys() {
        return new MemoryKeys(this::personalKey);
    }

    byte[] personalKey(ParticipantId participant) {
        return bytes("personal key " + participant);
    }

    byte[] bytes(String purpose) {
        return HexFormat.of().parseHex(hex(purpose));
    }

    RandomStream stream(String purpose) {
        return seed.stream(trial, 0, RandomStream.key(purpose));
    }

    private Seed seedOf(String purpose) {
        RandomStream stream = stream(purpose);
        return new Seed(stream.nextLong(), stream.nextLong());
    }

    private String hex(String purpose) {
        RandomStream stream = stream(purpose);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            digits.append(HexFormat.of().toHexDigits(stream.nextLong()));
        }
        return digits.toString();
    }
}

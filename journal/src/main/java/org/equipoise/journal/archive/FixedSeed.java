package org.equipoise.journal.archive;

import java.io.Serial;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/// Hands the key generator the 32 bytes it asks for, once: a key comes from its seed and from no chance.
final class FixedSeed extends SecureRandomSpi {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LENGTH = 32;

    private final byte[] seed;
    private boolean given;

    private FixedSeed(byte[] seed) {
        this.seed = seed.clone();
    }

    static SecureRandom of(byte[] seed) {
        if (seed.length != LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        }
        return new SecureRandom(new FixedSeed(seed), null) {};
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
        if (given || bytes.length != LENGTH) {
            throw new IllegalStateException("the key generator asked for more than the seed");
        }
        given = true;
        System.arraycopy(seed, 0, bytes, 0, LENGTH);
    }

    @Override
    protected void engineSetSeed(byte[] more) {
        throw new UnsupportedOperationException("the seed is fixed");
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
        throw new UnsupportedOperationException("the seed is fixed");
    }
}

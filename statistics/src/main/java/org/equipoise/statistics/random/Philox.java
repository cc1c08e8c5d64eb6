package org.equipoise.statistics.random;

/// Philox4x64-10: a keyed bijection of a 256-bit counter whose images pass as random.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
/// Fields instead of arrays: a draw allocates nothing and the compiler keeps a block in registers.
final class Philox {
    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private final long key0;
    private final long key1;
    private final long counter1;
    private final long counter2;
    private final long counter3;
    private long block;
    private long word0;
    private long word1;
    private long word2;
    private long word3;
    private int taken;

    /// Starts at the given counter; word 0 of the counter then counts the blocks.
    Philox(Seed key, long counter0, long counter1, long counter2, long counter3) {
        this.key0 = key.first();
        this.key1 = key.second();
        this.block = counter0;
        this.counter1 = counter1;
        this.counter2 = counter2;
        this.counter3 = counter3;
    }

    /// The next 64 bits: the four words of a block in order, then the next block.
    long next() {
        int word = taken;
        taken = (word + 1) & 3;
        return switch (word) {
            case 0 -> {
                encryptBlock();
                yield word0;
            }
            case 1 -> word1;
            case 2 -> word2;
            default -> word3;
        };
    }

    private void encryptBlock() {
        long c0 = block++;
        long c1 = counter1;
        long c2 = counter2;
        long c3 = counter3;
        long k0 = key0;
        long k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, c0);
            long low0 = MULTIPLIER_0 * c0;
            long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, c2);
            long low1 = MULTIPLIER_1 * c2;
            c0 = high1 ^ c1 ^ k0;
            c1 = low1;
            c2 = high0 ^ c3 ^ k1;
            c3 = low0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        word0 = c0;
        word1 = c1;
        word2 = c2;
        word3 = c3;
    }
}

package org.equipoise.statistics.random;

/// One stream of random draws, at three coordinates under a seed. It belongs to one thread.
///
/// The coordinates are words 1 to 3 of the Philox counter; word 0 counts blocks from 1, so the bits equal
/// those of NumPy's `Philox(counter=[0, a, b, c], key=[first, second])` and can be checked there.
/// Floating point is `StrictMath` and plain arithmetic only: the same bits on every machine.
public final class RandomStream {
    private final Philox bits;

    RandomStream(Seed seed, long a, long b, long c) {
        bits = new Philox(seed, 1, a, b, c);
    }

    /// The coordinate that a name stands for: the first 8 bytes of SHA-256 of its UTF-8 bytes.
    public static long key(String words) {
        return Sha256.of(words).getLong();
    }

    /// 64 random bits.
    public long nextLong() {
        return bits.next();
    }

    /// Uniform on [0, 1): one of 2^53 equally spaced values.
    public double uniform() {
        return (bits.next() >>> 11) * 0x1.0p-53;
    }

    /// Uniform on (0, 1): the midpoints of 2^52 equal cells, symmetric about a half, never 0 or 1.
    public double openUniform() {
        return ((bits.next() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /// One of 0 .. bound - 1, each equally likely.
    ///
    /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019) 3.
    public int index(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("An index needs a bound of at least 1, not " + bound + ".");
        }
        long draw = bits.next();
        while (!even(draw, bound)) {
            draw = bits.next();
        }
        return (int) Math.unsignedMultiplyHigh(draw, bound);
    }

    /// Whether a draw belongs to those that fill every index equally: 2^64 modulo the bound of them do not.
    static boolean even(long draw, int bound) {
        long rest = draw * bound;
        return Long.compareUnsigned(rest, bound) >= 0
                || Long.compareUnsigned(rest, Long.remainderUnsigned(-bound, bound)) >= 0;
    }

    /// Standard normal, by inversion: exactly one uniform a draw, so that draws keep their places.
    public double normal() {
        return NormalQuantile.at(openUniform());
    }

    /// Normal with the given mean and standard deviation.
    public double normal(double mean, double sd) {
        require(sd >= 0 && Double.isFinite(sd), "A standard deviation is finite and not negative");
        return mean + sd * normal();
    }

    /// Exponential with the given mean, by inversion: one uniform a draw.
    public double exponential(double mean) {
        require(mean > 0 && Double.isFinite(mean), "The mean of an exponential is finite and positive");
        return -mean * StrictMath.log(openUniform());
    }

    /// True with probability p.
    public boolean bernoulli(double p) {
        require(p >= 0 && p <= 1, "A probability lies between 0 and 1");
        return uniform() < p;
    }

    /// Beta with shapes a and b: X / (X + Y) of two gamma values.
    ///
    /// On the log scale, because for small shapes both gamma values fall below the smallest double.
    public double beta(double a, double b) {
        require(a >= 1e-300 && b >= 1e-300 && a <= 1e300 && b <= 1e300, "A shape lies between 1e-300 and 1e300");
        double x = logOfGamma(a);
        double y = logOfGamma(b);
        return 1 / (1 + StrictMath.exp(y - x));
    }

    /// Puts the elements into an order drawn with equal probability from all orders (Fisher-Yates).
    public void shuffle(int[] elements) {
        for (int last = elements.length - 1; last > 0; last--) {
            int other = index(last + 1);
            int moved = elements[other];
            elements[other] = elements[last];
            elements[last] = moved;
        }
    }

    /// The logarithm of a gamma value of scale 1.
    ///
    /// Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000) 363-372;
    /// a shape below 1 is drawn one higher and multiplied by a uniform to the power of 1 / shape.
    private double logOfGamma(double shape) {
        if (shape < 1) {
            return logOfGamma(shape + 1) + StrictMath.log(openUniform()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double logOfV = StrictMath.log(v);
                if (StrictMath.log(openUniform()) < x * x / 2 + d * (1 - v + logOfV)) {
                    return StrictMath.log(d) + logOfV;
                }
            }
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ".");
        }
    }
}

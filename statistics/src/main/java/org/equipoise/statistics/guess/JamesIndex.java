package org.equipoise.statistics.guess;

/// James's index as a function of the shares of all units that belong to one group and guess one group.
///
/// With two groups the weight of a wrong guess cancels, and the index is 1 - q + q^2 w / 2c: q guessed, w wrongly, and
/// c would be wrong among them by chance, times q^2.
///
/// @param own1 units of group 1 that guess group 1
/// @param other1 units of group 1 that guess group 2
/// @param other2 units of group 2 that guess group 1
/// @param own2 units of group 2 that guess group 2
record JamesIndex(double own1, double other1, double other2, double own2) {
    double guessed() {
        return own1 + other1 + other2 + own2;
    }

    double chance() {
        return group1() * guess2() + group2() * guess1();
    }

    double index() {
        return guessed() == 0 ? 1 : 1 - guessed() + guessed() * guessed() * wrong() / (2 * chance());
    }

    /// For one unit: multinomial shares, carried over by the first derivatives. Those who do not guess are what the
    /// shares leave, and the index does not move with them.
    double variance() {
        if (guessed() == 0) {
            return 0;
        }
        double[] shares = {own1, other1, other2, own2};
        double[] slopes = {
            slope(0, group2() + guess2()),
            slope(1, group1() + guess2()),
            slope(1, group2() + guess1()),
            slope(0, group1() + guess1())
        };
        double mean = 0;
        double square = 0;
        for (int cell = 0; cell < shares.length; cell++) {
            mean += shares[cell] * slopes[cell];
            square += shares[cell] * slopes[cell] * slopes[cell];
        }
        return StrictMath.max(0, square - mean * mean);
    }

    /// The derivative of the index by one share, given those of what is wrong and of what would be wrong by chance.
    private double slope(double ofWrong, double ofChance) {
        double q = guessed();
        double c = chance();
        return -1 + q * wrong() / c + q * q * (ofWrong - wrong() * ofChance / c) / (2 * c);
    }

    private double wrong() {
        return other1 + other2;
    }

    private double group1() {
        return own1 + other1;
    }

    private double group2() {
        return own2 + other2;
    }

    private double guess1() {
        return own1 + other2;
    }

    private double guess2() {
        return own2 + other1;
    }
}

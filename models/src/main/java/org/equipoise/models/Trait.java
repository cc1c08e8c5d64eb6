package org.equipoise.models;

/// A quantity in which people differ: a typical value, its coefficient of variation, and the stream that deviates.
///
/// @param typical the parameter with the median over people
/// @param variation the parameter with the coefficient of variation of a log-normal law
/// @param purpose the stream of the one draw
record Trait(String typical, String variation, String purpose) {
    static Trait of(String name) {
        return new Trait(name, name + "_cv", "body/" + name);
    }

    /// One person's factor on the typical value: log-normal with median 1.
    double factor(Assumptions assumptions, Chance chance) {
        double cv = assumptions.notNegative(variation);
        double spread = StrictMath.sqrt(StrictMath.log1p(cv * cv));
        return StrictMath.exp(spread * chance.stream(purpose, 0).normal());
    }

    double draw(Assumptions assumptions, Chance chance) {
        return assumptions.positive(typical) * factor(assumptions, chance);
    }
}

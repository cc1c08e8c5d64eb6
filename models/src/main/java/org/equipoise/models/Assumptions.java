package org.equipoise.models;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The numbers that a model was given: exactly those that it needs, each in its range.
final class Assumptions {
    private final String model;
    private final Map<String, Double> values;

    private Assumptions(String model, Map<String, Double> values) {
        this.model = model;
        this.values = values;
    }

    static Assumptions of(Model model, Map<String, Double> values) {
        String name = model.id() + " version " + model.version();
        if (!values.keySet().equals(model.parameters())) {
            refuse(name, model, values);
        }
        return new Assumptions(name, Map.copyOf(values));
    }

    private static void refuse(String name, Model model, Map<String, Double> values) {
        SortedSet<String> missing = new TreeSet<>(model.parameters());
        missing.removeAll(values.keySet());
        SortedSet<String> strange = new TreeSet<>(values.keySet());
        strange.removeAll(model.parameters());
        throw new IllegalArgumentException("Model " + name + " needs the parameters " + model.parameters()
                + "; missing: " + missing + "; not among them: " + strange + ".");
    }

    double positive(String parameter) {
        double value = value(parameter);
        return require(value > 0, parameter, "a positive number", value);
    }

    double notNegative(String parameter) {
        double value = value(parameter);
        return require(value >= 0, parameter, "zero or a positive number", value);
    }

    double fraction(String parameter) {
        double value = value(parameter);
        return require(value >= 0 && value <= 1, parameter, "between 0 and 1", value);
    }

    double finite(String parameter) {
        return require(true, parameter, "a finite number", value(parameter));
    }

    private double value(String parameter) {
        Double value = values.get(parameter);
        if (value == null) {
            throw new IllegalStateException(model + " reads the parameter " + parameter + " but does not name it.");
        }
        return value;
    }

    private double require(boolean holds, String parameter, String rule, double value) {
        if (!holds || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "Parameter " + parameter + " of model " + model + " must be " + rule + ", not " + value + ".");
        }
        return value;
    }
}

package org.equipoise.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.rehearsal.trial.Comparison;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Performance;
import org.equipoise.statistics.performance.Figure;

/// What a design does, in words and columns.
final class CharacteristicsText {
    private CharacteristicsText() {}

    static List<String> lines(Characteristics characteristics, UnaryOperator<String> armLabel) {
        OperatingCharacteristics figures = characteristics.figures();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%nOver %,d trials under these assumptions, runner %s",
                figures.trials(),
                characteristics.runner()));
        if (figures.trials() < characteristics.asked()) {
            lines.add(String.format(
                    Locale.ROOT, "Stopped: %,d trials were asked for, and these are done.", characteristics.asked()));
        }
        figures.comparisons().forEach(performance -> performance(performance, armLabel, lines));
        figures.population()
                .forEach(pooled -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-34s %s at %s: %.4f over %,d participants",
                        armLabel.apply(pooled.arm()),
                        pooled.endpoint(),
                        pooled.at(),
                        pooled.estimate(),
                        pooled.n())));
        characteristics
                .assurance()
                .forEach((size, figure) -> lines.add(String.format(
                        Locale.ROOT,
                        "  Assurance with %d participants      %.3f (%.3f), over what the study believes beforehand",
                        size,
                        figure.value(),
                        figure.monteCarloError())));
        return lines;
    }

    private static void performance(Performance shown, UnaryOperator<String> armLabel, List<String> lines) {
        Comparison of = shown.comparison();
        lines.add("  " + armLabel.apply(of.arm()) + " − " + armLabel.apply(of.reference()) + ", " + of.endpoint()
                + " at " + of.at() + " (each with its Monte Carlo error)");
        lines.add(row("equality rejected", Optional.of(shown.rejection())));
        lines.add(row("truth in this scenario", shown.truth()));
        lines.add(row("mean of the estimates", shown.estimate()));
        lines.add(row("bias", shown.bias()));
        lines.add(row("empirical standard error", shown.empiricalError()));
        lines.add(row("model standard error", shown.modelError()));
        lines.add(row("coverage of the interval", shown.coverage()));
        if (shown.estimable() < shown.trials()) {
            lines.add("    not estimable in " + (shown.trials() - shown.estimable()) + " trials");
        }
        lines.add("    test and interval disagree in " + shown.disagreements() + " trials");
    }

    private static String row(String name, Optional<Figure> figure) {
        return figure.map(value -> String.format(
                        Locale.ROOT, "    %-30s %9.4f (%.4f)", name, value.value(), value.monteCarloError()))
                .orElseGet(() -> String.format(Locale.ROOT, "    %-30s %9s", name, "too few trials"));
    }
}

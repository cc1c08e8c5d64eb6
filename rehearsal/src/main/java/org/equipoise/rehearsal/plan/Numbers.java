package org.equipoise.rehearsal.plan;

import static org.equipoise.rehearsal.plan.RehearsalPlanReader.WHY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.PartialDate;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// Reads the values of assumptions.
record Numbers(Findings findings) {
    private static final Set<String> PROBABILITIES = Set.of(
            "late-visit",
            "missed-visit",
            "missed-dose",
            "missed-dose-in-adverse-event",
            "forgotten-item",
            "wrong-entry",
            "second-look",
            "excursion",
            "rejected",
            "damaged",
            "lost",
            "spoiled",
            "broken",
            "kept");

    /// The numbers of a mapping of assumptions, but for those of another kind.
    Map<String, Double> of(Node node, String... otherKinds) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.members().forEach((name, assumption) -> {
            if (PROBABILITIES.contains(name)) {
                numbers.put(name, probability(assumption));
            } else if (!List.of(otherKinds).contains(name)) {
                number(assumption.get("value")).ifPresent(value -> numbers.put(name, value));
            }
        });
        return numbers;
    }

    double probability(Node assumption) {
        double value = number(assumption.get("value")).orElse(0.0);
        if (value < 0 || value > 1) {
            findings.error(
                    "not-a-probability",
                    assumption.get("value").place(),
                    "'" + assumption.text("value") + "' is not a probability",
                    WHY,
                    "Write a decimal from '0' to '1'");
            return 0;
        }
        return value;
    }

    Optional<Double> number(Node node) {
        Optional<Double> number = Decimals.read(node.text()).map(Number::doubleValue);
        if (number.isEmpty()) {
            findings.error(
                    "not-a-number",
                    node.place(),
                    "'" + node.text() + "' is not a number",
                    WHY,
                    "Write a decimal in quotes, such as '0.65'");
        }
        return number;
    }

    LocalDate day(Node assumption) {
        Optional<PartialDate> date = PartialDate.read(assumption.text("value"));
        if (date.isEmpty() || !date.get().earliest().equals(date.get().latest())) {
            findings.error(
                    "not-a-date",
                    assumption.get("value").place(),
                    "'" + assumption.text("value") + "' is not a day that exists",
                    WHY,
                    "Write it as '2015-06-30'");
            return LocalDate.EPOCH;
        }
        return date.get().earliest();
    }
}

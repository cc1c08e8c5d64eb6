package org.equipoise.protocol.scrutiny;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.Unit;
import org.equipoise.protocol.source.Node;

/// What the arms are given: amounts that are quantities, in units that can be compared, and none of them where nothing
/// should act.
final class Arms {
    private final Scrutiny scrutiny;

    Arms(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
    }

    /// An amount as a number and a unit.
    record Amount(BigDecimal number, Unit unit) {
        static Optional<Amount> read(String text) {
            int space = text.indexOf(' ');
            if (space < 0 || Unit.fault(text.substring(space + 1)).isPresent()) {
                return Optional.empty();
            }
            return Decimals.read(text.substring(0, space))
                    .map(number -> new Amount(number, new Unit(text.substring(space + 1))));
        }

        /// Whether the two measure the same and are equal; empty where they measure different things.
        Optional<Boolean> equalTo(Amount other) {
            return unit.exactFactorTo(other.unit)
                    .map(factor -> number.multiply(factor).compareTo(other.number) == 0);
        }
    }

    void question() {
        List<Amount> before = new ArrayList<>();
        for (Node arm : scrutiny.required("protocol.yaml").list("arms")) {
            Node text = arm.get("amount");
            Optional<Amount> amount = Amount.read(text.text());
            if (amount.isEmpty()) {
                scrutiny.findings()
                        .error(
                                "not-a-quantity",
                                text.place(),
                                "'" + text.text() + "' is not an amount with its UCUM unit",
                                "a dose without a known unit is given wrongly",
                                "Write a number and a unit: 20 mg");
            }
            amount.ifPresent(found -> {
                comparable(text, found, before);
                activity(arm, found);
                before.add(found);
            });
        }
        divisible();
    }

    private void comparable(Node text, Amount amount, List<Amount> before) {
        if (before.stream().anyMatch(other -> amount.equalTo(other).isEmpty())) {
            scrutiny.findings()
                    .error(
                            "conflicting-units",
                            text.place(),
                            "the amount is in " + amount.unit() + ", and another arm's in "
                                    + before.getFirst().unit(),
                            "doses that cannot be compared cannot be set against each other",
                            "Give all arms' amounts in one unit");
        }
    }

    private void activity(Node arm, Amount amount) {
        boolean placebo = arm.text("type").equals("placebo-comparator");
        boolean none = amount.number().signum() == 0;
        if (placebo != none && (placebo || arm.text("type").equals("experimental"))) {
            scrutiny.findings()
                    .error(
                            "conflicting-dose",
                            arm.get("amount").place(),
                            placebo
                                    ? "a placebo has an amount of " + arm.text("amount")
                                    : "the experimental arm has an amount of nought",
                            "the amount is that of the active substance (SPIRIT 2025 item 15a)",
                            placebo ? "Write 0 " + amount.unit() : "Write the amount of one dose");
        }
    }

    private void divisible() {
        Node randomization = scrutiny.required("protocol.yaml").get("randomization");
        int ratio = scrutiny.required("protocol.yaml").list("arms").stream()
                .mapToInt(arm -> arm.integer("share"))
                .sum();
        if (randomization.integer("participants") % ratio != 0) {
            scrutiny.findings()
                    .warning(
                            "uneven-sample",
                            randomization.get("participants").place(),
                            randomization.text("participants") + " participants cannot be divided as the arms are,"
                                    + " whose shares add up to " + ratio,
                            "the arms would not end with the sizes that were planned",
                            "Plan a multiple of " + ratio);
        }
    }
}

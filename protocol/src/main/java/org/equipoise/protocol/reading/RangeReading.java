package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.ReferenceRange;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Unit;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// Reads `ranges.yaml`: the limits of normal, by laboratory, time, sex and age.
final class RangeReading {
    private final Findings findings;
    private final Conditions conditions;
    private final Vocabulary vocabulary;

    RangeReading(Findings findings, Conditions conditions) {
        this.findings = findings;
        this.conditions = conditions;
        this.vocabulary = conditions.vocabulary();
    }

    /// By item, the ranges in the order they are written in: the first that applies counts.
    Map<ItemName, List<ReferenceRange>> ranges(Optional<Node> file) {
        Map<ItemName, List<ReferenceRange>> ranges = new TreeMap<>();
        file.ifPresent(tree -> tree.list("ranges").forEach(node -> {
            ItemName item = ItemName.read(node.text("item"));
            if (vocabulary.types().get(item) instanceof ItemType.Amount(var unit, var _)) {
                ranges.computeIfAbsent(item, _ -> new ArrayList<>()).add(range(node, unit));
            } else {
                Unknown.name(findings, node.get("item"), "unknown-amount", Names.amounts(vocabulary));
            }
        }));
        return ranges;
    }

    private ReferenceRange range(Node node, Unit unit) {
        Optional<BigDecimal> low = node.find("low").flatMap(limit -> quantity(limit, unit));
        Optional<BigDecimal> high = node.find("high").flatMap(limit -> quantity(limit, unit));
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
            findings.error(
                    "empty-range",
                    node.get("low").place(),
                    "the range from " + low.get().toPlainString() + " to "
                            + high.get().toPlainString() + " holds no value",
                    "nothing would ever be normal",
                    "Put the lower limit first");
        }
        Optional<Condition> when = node.find("when").map(conditions::condition);
        return new ReferenceRange(low, high, when);
    }

    /// A quantity such as `40 U/L`, in the unit of its item.
    private Optional<BigDecimal> quantity(Node node, Unit wanted) {
        Optional<BigDecimal> limit = Unit.quantity(node.text(), wanted);
        if (limit.isEmpty()) {
            findings.error(
                    "not-a-quantity",
                    node.place(),
                    "'" + node.text() + "' is not a quantity in " + wanted + " or what converts into it",
                    "a limit without its unit judges wrongly",
                    "Write a number and a unit: 40 " + wanted);
        }
        return limit;
    }
}

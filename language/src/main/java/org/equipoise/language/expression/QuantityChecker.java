package org.equipoise.language.expression;

import static org.equipoise.language.expression.References.isConstant;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;

/// Turns the parts of an expression that are numbers or days into a [Quantity], and checks what they measure.
final class QuantityChecker {
    private final References references;
    private final Rejections rejections;
    private final Function<CelExpr, Condition> conditions;

    QuantityChecker(References references, Rejections rejections, Function<CelExpr, Condition> conditions) {
        this.references = references;
        this.rejections = rejections;
        this.conditions = conditions;
    }

    /// A quantity and what it measures.
    record Measured(Quantity quantity, Kind kind) {}

    sealed interface Kind {
        record InUnit(Unit unit) implements Kind {}

        record ADay() implements Kind {}
    }

    Condition compared(CelExpr left, Relation relation, CelExpr right) {
        Measured there = isText(left) ? literal(left, measured(right).kind()) : measured(left);
        Measured here = isText(right) ? literal(right, there.kind()) : measured(right);
        return new Condition.Compared(there.quantity(), relation, inKindOf(right, here, there.kind()));
    }

    static boolean isText(CelExpr node) {
        return isConstant(node, CelConstant.Kind.STRING_VALUE);
    }

    private Measured measured(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case SELECT -> itemQuantity(node);
            case CONSTANT -> number(node);
            case CALL -> References.isReference(node) ? itemQuantity(node) : arithmetic(node);
            default ->
                throw rejections.reject(
                        node, "a number, a date or an item is expected here", "name an item as form.item");
        };
    }

    private Measured itemQuantity(CelExpr node) {
        References.Typed item = references.typed(node);
        return new Measured(new Quantity.Item(item.reference()), kind(node, item));
    }

    private Kind kind(CelExpr node, References.Typed item) {
        return switch (item.type()) {
            case ItemType.Amount(var unit, var _) -> new Kind.InUnit(unit);
            case ItemType.Day _ -> new Kind.ADay();
            case ItemType.Code _ ->
                throw rejections.reject(
                        node, item.reference().item() + " is a code, not a quantity", "compare it with == or in");
            case ItemType.Text _ ->
                throw rejections.reject(
                        node,
                        item.reference().item() + " is kept under the participant's key, and no condition reads it",
                        "ask what is needed as an item of its own: a code beside the words, an age for a date of birth");
        };
    }

    private Measured number(CelExpr node) {
        CelConstant constant = node.constant();
        BigDecimal decimal = switch (constant.getKind()) {
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case DOUBLE_VALUE -> BigDecimal.valueOf(constant.doubleValue());
            default ->
                throw rejections.reject(node, "a number is expected here", "write a number, or '5 mg' for a quantity");
        };
        return new Measured(new Quantity.Constant(Span.of(decimal)), new Kind.InUnit(Unit.ONE));
    }

    private Measured arithmetic(CelExpr node) {
        List<CelExpr> arguments = node.call().args();
        String function = node.call().function();
        if (function.equals("-_")) {
            Measured inner = measured(arguments.getFirst());
            return new Measured(new Quantity.Scaled(inner.quantity(), BigDecimal.ONE.negate()), inner.kind());
        }
        if (function.equals("count") && arguments.size() == 2) {
            return count(arguments.getFirst(), arguments.getLast());
        }
        for (ReferenceRange.Side side : ReferenceRange.Side.values()) {
            if (function.equals(side.function())) {
                return limit(node, side, arguments);
            }
        }
        if (function.equals("_*_")) {
            return product(node, arguments.getFirst(), arguments.getLast());
        }
        if (!function.equals("_+_") && !function.equals("_-_")) {
            throw rejections.reject(
                    node,
                    "'" + ConditionChecker.plain(function) + "' cannot be used on quantities",
                    "use +, -, *, count(log, …), lowerLimit(form.item) and upperLimit(form.item)");
        }
        Measured left = measured(arguments.getFirst());
        Measured right = isText(arguments.getLast())
                ? literal(arguments.getLast(), left.kind() instanceof Kind.ADay ? days() : left.kind())
                : measured(arguments.getLast());
        return function.equals("_+_") ? sum(node, left, right) : difference(node, left, right);
    }

    private Measured limit(CelExpr node, ReferenceRange.Side side, List<CelExpr> arguments) {
        if (arguments.size() != 1 || !References.isReference(arguments.getFirst())) {
            throw rejections.reject(
                    node, side.function() + " needs an item", "write " + side.function() + "(form.item)");
        }
        References.Typed measured = references.typed(arguments.getFirst());
        Reference item = measured.reference();
        List<ReferenceRange> ranges = references.ranges(item.item());
        if (ranges.stream().allMatch(range -> side.of(range).isEmpty())) {
            throw rejections.reject(
                    node,
                    "no reference range gives " + side.words() + item.item(),
                    "add it to ranges.yaml, with its laboratory's source");
        }
        return new Measured(new Quantity.Limit(item, side, ranges), kind(arguments.getFirst(), measured));
    }

    private Measured count(CelExpr log, CelExpr condition) {
        String opened = references.open(log);
        Quantity count = new Quantity.Count(opened, conditions.apply(condition));
        references.close(opened);
        return new Measured(count, new Kind.InUnit(Unit.ONE));
    }

    /// A quantity as many times as a plain number says.
    private Measured product(CelExpr node, CelExpr left, CelExpr right) {
        Optional<BigDecimal> factor = factor(left);
        Measured scaled = measured(factor.isPresent() ? right : left);
        if (factor.isEmpty()) {
            factor = factor(right);
        }
        if (factor.isEmpty() || scaled.kind() instanceof Kind.ADay) {
            throw rejections.reject(
                    node, "only a quantity and a plain number can be multiplied", "write 0.9 * at('W0', form.item)");
        }
        return new Measured(new Quantity.Scaled(scaled.quantity(), factor.get()), scaled.kind());
    }

    private static Optional<BigDecimal> factor(CelExpr node) {
        return isConstant(node, CelConstant.Kind.INT64_VALUE)
                ? Optional.of(BigDecimal.valueOf(node.constant().int64Value()))
                : isConstant(node, CelConstant.Kind.DOUBLE_VALUE)
                        ? Optional.of(BigDecimal.valueOf(node.constant().doubleValue()))
                        : Optional.empty();
    }

    private static Kind days() {
        return new Kind.InUnit(new Unit("d"));
    }

    /// A day plus days is a day; numbers add in the unit of the first.
    private Measured sum(CelExpr node, Measured left, Measured right) {
        Kind wanted = left.kind() instanceof Kind.ADay ? days() : left.kind();
        return new Measured(new Quantity.Sum(left.quantity(), inKindOf(node, right, wanted)), left.kind());
    }

    /// A day minus a day is a number of days; everything else is the sum with the negative.
    private Measured difference(CelExpr node, Measured left, Measured right) {
        Measured negative = new Measured(new Quantity.Scaled(right.quantity(), BigDecimal.ONE.negate()), right.kind());
        if (left.kind() instanceof Kind.ADay && right.kind() instanceof Kind.ADay) {
            return new Measured(new Quantity.Sum(left.quantity(), negative.quantity()), days());
        }
        return sum(node, left, negative);
    }

    private Quantity inKindOf(CelExpr node, Measured measured, Kind wanted) {
        if (measured.kind() instanceof Kind.InUnit(var from) && wanted instanceof Kind.InUnit(var to)) {
            BigDecimal factor = from.exactFactorTo(to).orElseThrow(() -> unitFault(node, from, to));
            return factor.compareTo(BigDecimal.ONE) == 0
                    ? measured.quantity()
                    : new Quantity.Scaled(measured.quantity(), factor);
        }
        if (!measured.kind().equals(wanted)) {
            throw rejections.reject(node, "a date and a number are compared", "compare a date with a date");
        }
        return measured.quantity();
    }

    private Rejections.Rejected unitFault(CelExpr node, Unit from, Unit to) {
        return from.equals(Unit.ONE)
                ? rejections.reject(
                        node, "the number has no unit, but it is compared in " + to, "write it as '5 " + to + "'")
                : rejections.reject(
                        node,
                        "unit mismatch: " + from + " does not convert exactly into " + to,
                        "write the quantity in " + to);
    }

    /// A quoted constant, read as what it is compared with: `'100 10*9/L'` or `'2015-06-30'`.
    private Measured literal(CelExpr node, Kind kind) {
        String text = node.constant().stringValue();
        return switch (kind) {
            case Kind.ADay _ ->
                new Measured(
                        new Quantity.Constant(PartialDate.read(text)
                                .orElseThrow(() -> rejections.reject(
                                        node,
                                        "'" + text + "' is not a date that exists",
                                        "write it as '2015-06-30', '2015-06' or '2015'"))
                                .days()),
                        kind);
            case Kind.InUnit(var wanted) -> quantity(node, text, wanted);
        };
    }

    private Measured quantity(CelExpr node, String text, Unit wanted) {
        int space = text.indexOf(' ');
        Optional<BigDecimal> decimal = Decimals.read(space < 0 ? text : text.substring(0, space));
        if (decimal.isEmpty()) {
            throw rejections.reject(
                    node, "'" + text + "' is not a quantity", "write a number and a unit: '5 " + wanted + "'");
        }
        Unit unit = space < 0 ? Unit.ONE : new Unit(text.substring(space + 1));
        Optional<String> fault = Unit.fault(unit.code());
        if (fault.isPresent()) {
            throw rejections.reject(node, "'" + unit + "' is not a UCUM unit", "write the quantity in " + wanted);
        }
        Measured literal = new Measured(new Quantity.Constant(Span.of(decimal.get())), new Kind.InUnit(unit));
        return new Measured(inKindOf(node, literal, new Kind.InUnit(wanted)), new Kind.InUnit(wanted));
    }
}

package org.equipoise.language.expression;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;

/// Turns CEL's syntax tree into a [Condition]: one pass that checks every name, type and unit and stops at the first
/// fault.
/// One file because the rules for names, kinds and units call one another at every node of the tree.
final class ConditionChecker {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "_<_", Relation.LESS,
            "_<=_", Relation.AT_MOST,
            "_==_", Relation.EQUAL,
            "_!=_", Relation.UNEQUAL,
            "_>=_", Relation.AT_LEAST,
            "_>_", Relation.GREATER);

    private final Vocabulary vocabulary;
    private final CelSource source;

    ConditionChecker(Vocabulary vocabulary, CelSource source) {
        this.vocabulary = vocabulary;
        this.source = source;
    }

    /// A fault on its way out of the recursion.
    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ExpressionFault fault;

        Rejected(ExpressionFault fault) {
            super(fault.what());
            this.fault = fault;
        }

        ExpressionFault fault() {
            return fault;
        }
    }

    /// A quantity and what it measures.
    private record Measured(Quantity quantity, Kind kind) {}

    private sealed interface Kind {
        record InUnit(Unit unit) implements Kind {}

        record ADay() implements Kind {}
    }

    Condition condition(CelExpr node) {
        if (node.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
            throw reject(node, "this is a value, not a condition", "compare it with something");
        }
        String function = node.call().function();
        List<CelExpr> arguments = node.call().args();
        return switch (function) {
            case "_&&_" -> new Condition.AtLeast(2, conditions(arguments));
            case "_||_" -> new Condition.AtLeast(1, conditions(arguments));
            case "!_" -> new Condition.Not(condition(arguments.getFirst()));
            case "atLeast" -> atLeast(node, arguments);
            case "@in" -> codeIn(arguments.getFirst(), arguments.getLast());
            default -> {
                Relation relation = RELATIONS.get(function);
                if (relation == null) {
                    throw reject(
                            node,
                            "'" + plain(function) + "' is not a condition",
                            "use <, <=, ==, !=, >=, >, in, &&, ||, ! or atLeast(n, …)");
                }
                yield compared(node, arguments.getFirst(), relation, arguments.getLast());
            }
        };
    }

    private List<Condition> conditions(List<CelExpr> nodes) {
        return nodes.stream().map(this::condition).toList();
    }

    private Condition atLeast(CelExpr node, List<CelExpr> arguments) {
        if (arguments.size() < 2 || !isConstant(arguments.getFirst(), CelConstant.Kind.INT64_VALUE)) {
            throw reject(
                    node, "atLeast needs a whole number and then conditions", "write atLeast(2, first, second, …)");
        }
        int count = Math.toIntExact(arguments.getFirst().constant().int64Value());
        List<Condition> conditions = conditions(arguments.subList(1, arguments.size()));
        if (count < 1 || count > conditions.size()) {
            throw reject(
                    node,
                    "atLeast(" + count + ", …) over " + conditions.size() + " conditions decides nothing",
                    "ask for a number between 1 and " + conditions.size());
        }
        return new Condition.AtLeast(count, conditions);
    }

    private Condition compared(CelExpr node, CelExpr left, Relation relation, CelExpr right) {
        if (isCodeItem(left) || isCodeItem(right)) {
            return codeCompared(node, isCodeItem(left) ? left : right, relation, isCodeItem(left) ? right : left);
        }
        if (isText(left) && isText(right)) {
            throw reject(node, "two constants are compared", "compare an item with a constant");
        }
        Measured there = isText(left) ? literal(left, measured(right).kind()) : measured(left);
        Measured here = isText(right) ? literal(right, there.kind()) : measured(right);
        return new Condition.Compared(there.quantity(), relation, inKindOf(right, here, there.kind()));
    }

    private Condition codeCompared(CelExpr node, CelExpr item, Relation relation, CelExpr constant) {
        Condition in = new Condition.CodeIn(itemName(item), Set.of(code(item, constant)));
        return switch (relation) {
            case EQUAL -> in;
            case UNEQUAL -> new Condition.Not(in);
            case LESS, AT_MOST, AT_LEAST, GREATER ->
                throw reject(node, itemName(item) + " is a code and has no order", "compare codes with == or != or in");
        };
    }

    private Condition codeIn(CelExpr item, CelExpr list) {
        if (list.exprKind().getKind() != CelExpr.ExprKind.Kind.LIST || !isCodeItem(item)) {
            throw reject(item, "'in' asks whether a coded item is one of a list", "write form.item in ['a', 'b']");
        }
        Set<String> codes = new LinkedHashSet<>();
        list.list().elements().forEach(element -> codes.add(code(item, element)));
        return new Condition.CodeIn(itemName(item), codes);
    }

    private String code(CelExpr item, CelExpr constant) {
        List<String> codes = ((ItemType.Code) type(item)).codes();
        String text = isText(constant) ? constant.constant().stringValue() : "";
        if (!codes.contains(text)) {
            throw reject(
                    constant,
                    isText(constant) ? "'" + text + "' is not a code of " + itemName(item) : "a code is expected here",
                    "use one of: " + String.join(", ", codes));
        }
        return text;
    }

    private Measured measured(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case SELECT -> itemQuantity(node);
            case CONSTANT -> number(node);
            case CALL -> arithmetic(node);
            default -> throw reject(node, "a number, a date or an item is expected here", "name an item as form.item");
        };
    }

    private Measured itemQuantity(CelExpr node) {
        Kind kind = switch (type(node)) {
            case ItemType.Amount(var unit, var _) -> new Kind.InUnit(unit);
            case ItemType.Day _ -> new Kind.ADay();
            case ItemType.Code _ ->
                throw reject(node, itemName(node) + " is a code, not a quantity", "compare it with == or in");
        };
        return new Measured(new Quantity.Item(itemName(node)), kind);
    }

    private Measured number(CelExpr node) {
        CelConstant constant = node.constant();
        BigDecimal decimal = switch (constant.getKind()) {
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case DOUBLE_VALUE -> BigDecimal.valueOf(constant.doubleValue());
            default -> throw reject(node, "a number is expected here", "write a number, or '5 mg' for a quantity");
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
        if (!function.equals("_+_") && !function.equals("_-_")) {
            throw reject(node, "'" + plain(function) + "' cannot be used on quantities", "use + and -");
        }
        Measured left = measured(arguments.getFirst());
        Measured right = isText(arguments.getLast())
                ? literal(arguments.getLast(), left.kind() instanceof Kind.ADay ? days() : left.kind())
                : measured(arguments.getLast());
        return function.equals("_+_") ? sum(node, left, right) : difference(node, left, right);
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
            throw reject(node, "a date and a number are compared", "compare a date with a date");
        }
        return measured.quantity();
    }

    private Rejected unitFault(CelExpr node, Unit from, Unit to) {
        return from.equals(Unit.ONE)
                ? reject(node, "the number has no unit, but it is compared in " + to, "write it as '5 " + to + "'")
                : reject(
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
                                .orElseThrow(() -> reject(
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
            throw reject(node, "'" + text + "' is not a quantity", "write a number and a unit: '5 " + wanted + "'");
        }
        Unit unit = space < 0 ? Unit.ONE : new Unit(text.substring(space + 1));
        Optional<String> fault = Unit.fault(unit.code());
        if (fault.isPresent()) {
            throw reject(node, "'" + unit + "' is not a UCUM unit", "write the quantity in " + wanted);
        }
        Measured literal = new Measured(new Quantity.Constant(Span.of(decimal.get())), new Kind.InUnit(unit));
        return new Measured(inKindOf(node, literal, new Kind.InUnit(wanted)), new Kind.InUnit(wanted));
    }

    private boolean isCodeItem(CelExpr node) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT && type(node) instanceof ItemType.Code;
    }

    private static boolean isText(CelExpr node) {
        return isConstant(node, CelConstant.Kind.STRING_VALUE);
    }

    private static boolean isConstant(CelExpr node, CelConstant.Kind kind) {
        return node.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && node.constant().getKind() == kind;
    }

    private ItemType type(CelExpr node) {
        ItemName name = itemName(node);
        ItemType type = vocabulary.types().get(name);
        if (type != null) {
            return type;
        }
        List<String> known = new ArrayList<>();
        vocabulary.types().keySet().forEach(item -> known.add(item.toString()));
        throw reject(
                node,
                "no form defines the item " + name,
                NearestWord.to(name.toString(), known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("name an item as form.item, as the files in forms/ define it"));
    }

    private ItemName itemName(CelExpr node) {
        CelExpr operand = node.select().operand();
        if (operand.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            throw reject(node, "an item has two names, its form's and its own", "name an item as form.item");
        }
        return new ItemName(operand.ident().name(), node.select().field());
    }

    private static String plain(String function) {
        return function.replace("_", "").replace("@", "");
    }

    private Rejected reject(CelExpr node, String what, String fix) {
        Integer offset = source.getPositionsMap().get(node.id());
        return source.getOffsetLocation(offset == null ? 0 : offset)
                .map(at -> new Rejected(new ExpressionFault(at.getLine(), at.getColumn() + 1, what, fix)))
                .orElseGet(() -> new Rejected(new ExpressionFault(1, 1, what, fix)));
    }
}

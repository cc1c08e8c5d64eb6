package org.equipoise.language.expression;

import static org.equipoise.language.expression.QuantityChecker.isText;
import static org.equipoise.language.expression.References.isConstant;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.language.value.ItemType;

/// Turns CEL's syntax tree into a [Condition]: one pass that checks every name, type and unit and stops at the first
/// fault.
final class ConditionChecker {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "_<_", Relation.LESS,
            "_<=_", Relation.AT_MOST,
            "_==_", Relation.EQUAL,
            "_!=_", Relation.UNEQUAL,
            "_>=_", Relation.AT_LEAST,
            "_>_", Relation.GREATER);

    private final References references;
    private final Rejections rejections;
    private final QuantityChecker quantities;

    ConditionChecker(References references, Rejections rejections) {
        this.references = references;
        this.rejections = rejections;
        this.quantities = new QuantityChecker(references, rejections, this::condition);
    }

    Condition condition(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case IDENT -> new Condition.Derived(references.derivation(node));
            case CALL -> call(node, node.call().function(), node.call().args());
            default -> throw rejections.reject(node, "this is a value, not a condition", "compare it with something");
        };
    }

    private Condition call(CelExpr node, String function, List<CelExpr> arguments) {
        return switch (function) {
            case "_&&_" -> new Condition.AtLeast(2, conditions(arguments));
            case "_||_" -> new Condition.AtLeast(1, conditions(arguments));
            case "!_" -> new Condition.Not(condition(arguments.getFirst()));
            case "atLeast" -> atLeast(node, arguments);
            case "any" -> any(node, arguments);
            case "@in" -> codeIn(arguments.getFirst(), arguments.getLast());
            default -> {
                Relation relation = RELATIONS.get(function);
                if (relation == null) {
                    throw rejections.reject(
                            node,
                            "'" + plain(function) + "' is not a condition",
                            "use <, <=, ==, !=, >=, >, in, &&, ||, !, atLeast(n, …) or any(log, …)");
                }
                yield compared(node, arguments.getFirst(), relation, arguments.getLast());
            }
        };
    }

    private Condition any(CelExpr node, List<CelExpr> arguments) {
        if (arguments.size() != 2) {
            throw rejections.reject(node, "any needs a log and a condition", "write any(form, form.item == 'code')");
        }
        String log = references.open(arguments.getFirst());
        Condition condition = condition(arguments.getLast());
        references.close(log);
        return new Condition.InSomeEntry(log, condition);
    }

    private List<Condition> conditions(List<CelExpr> nodes) {
        return nodes.stream().map(this::condition).toList();
    }

    private Condition atLeast(CelExpr node, List<CelExpr> arguments) {
        if (arguments.size() < 2 || !isConstant(arguments.getFirst(), CelConstant.Kind.INT64_VALUE)) {
            throw rejections.reject(
                    node, "atLeast needs a whole number and then conditions", "write atLeast(2, first, second, …)");
        }
        int count = Math.toIntExact(arguments.getFirst().constant().int64Value());
        List<Condition> conditions = conditions(arguments.subList(1, arguments.size()));
        if (count < 1 || count > conditions.size()) {
            throw rejections.reject(
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
            throw rejections.reject(node, "two constants are compared", "compare an item with a constant");
        }
        return quantities.compared(left, relation, right);
    }

    private Condition codeCompared(CelExpr node, CelExpr item, Relation relation, CelExpr constant) {
        References.Typed coded = references.typed(item);
        Condition in = new Condition.CodeIn(coded.reference(), Set.of(code(coded, constant)));
        return switch (relation) {
            case EQUAL -> in;
            case UNEQUAL -> new Condition.Not(in);
            case LESS, AT_MOST, AT_LEAST, GREATER ->
                throw rejections.reject(
                        node,
                        coded.reference().item() + " is a code and has no order",
                        "compare codes with == or != or in");
        };
    }

    private Condition codeIn(CelExpr item, CelExpr list) {
        if (list.exprKind().getKind() != CelExpr.ExprKind.Kind.LIST || !isCodeItem(item)) {
            throw rejections.reject(
                    item, "'in' asks whether a coded item is one of a list", "write form.item in ['a', 'b']");
        }
        References.Typed coded = references.typed(item);
        Set<String> codes = new LinkedHashSet<>();
        list.list().elements().forEach(element -> codes.add(code(coded, element)));
        return new Condition.CodeIn(coded.reference(), codes);
    }

    private String code(References.Typed coded, CelExpr constant) {
        List<String> codes = ((ItemType.Code) coded.type()).codes();
        String text = isText(constant) ? constant.constant().stringValue() : "";
        if (!codes.contains(text)) {
            throw rejections.reject(
                    constant,
                    isText(constant)
                            ? "'" + text + "' is not a code of "
                                    + coded.reference().item()
                            : "a code is expected here",
                    "use one of: " + String.join(", ", codes));
        }
        return text;
    }

    private boolean isCodeItem(CelExpr node) {
        return References.isReference(node) && references.typed(node).type() instanceof ItemType.Code;
    }

    static String plain(String function) {
        return function.replace("_", "").replace("@", "");
    }
}

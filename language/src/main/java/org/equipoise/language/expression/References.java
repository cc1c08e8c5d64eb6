package org.equipoise.language.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;

/// What the names in an expression stand for: items here, items at an encounter, logs, derivations.
final class References {
    private final Map<ItemName, ItemType> given;
    private final Vocabulary vocabulary;
    private final Rejections rejections;
    private final Set<String> logsOpen;

    References(Vocabulary vocabulary, Rejections rejections, Set<String> logsOpen) {
        this.vocabulary = vocabulary;
        this.given = Map.of(
                Vocabulary.VISIT_DAY,
                new ItemType.Amount(Unit.ONE, Span.EVERYTHING),
                Vocabulary.VISIT_DATE,
                new ItemType.Day(),
                Vocabulary.VISIT_ID,
                new ItemType.Code(
                        List.copyOf(new TreeSet<>(vocabulary.encounters().keySet()))),
                Vocabulary.CONSENT_DATE,
                new ItemType.Day());
        this.rejections = rejections;
        this.logsOpen = new HashSet<>(logsOpen);
    }

    /// A reference and the type of what it refers to.
    record Typed(Reference reference, ItemType type) {}

    static boolean isReference(CelExpr node) {
        return node.exprKind().getKind() == Kind.SELECT || isCall(node, "at");
    }

    static boolean isCall(CelExpr node, String function) {
        return node.exprKind().getKind() == Kind.CALL
                && node.call().target().isEmpty()
                && node.call().function().equals(function);
    }

    static boolean isConstant(CelExpr node, CelConstant.Kind kind) {
        return node.exprKind().getKind() == Kind.CONSTANT && node.constant().getKind() == kind;
    }

    Typed typed(CelExpr node) {
        if (isCall(node, "at")) {
            return atEncounter(node, node.call().args());
        }
        ItemName name = itemName(node);
        ItemType type = type(node, name);
        if (vocabulary.logs().contains(name.form()) && !logsOpen.contains(name.form())) {
            throw rejections.reject(
                    node,
                    name + " belongs to a log, which may have many entries",
                    "ask for some entry: any(" + name.form() + ", …)");
        }
        return new Typed(new Reference(null, name), type);
    }

    private Typed atEncounter(CelExpr node, List<CelExpr> arguments) {
        if (arguments.size() != 2
                || !isConstant(arguments.getFirst(), CelConstant.Kind.STRING_VALUE)
                || arguments.getLast().exprKind().getKind() != Kind.SELECT) {
            throw rejections.reject(node, "at needs an encounter and an item", "write at('W0', form.item)");
        }
        String encounter = arguments.getFirst().constant().stringValue();
        Set<String> forms = vocabulary.encounters().get(encounter);
        if (forms == null) {
            throw unknown(
                    arguments.getFirst(),
                    "there is no encounter '" + encounter + "'",
                    encounter,
                    vocabulary.encounters().keySet(),
                    "name an encounter of schedule.yaml");
        }
        ItemName name = itemName(arguments.getLast());
        ItemType type = type(arguments.getLast(), name);
        if (!forms.contains(name.form()) && !given.containsKey(name)) {
            throw rejections.reject(
                    node,
                    name + " is not collected at " + encounter,
                    "name an encounter whose forms include " + name.form());
        }
        return new Typed(new Reference(encounter, name), type);
    }

    private ItemType type(CelExpr node, ItemName name) {
        ItemType inherent = given.get(name);
        ItemType type = inherent != null ? inherent : vocabulary.types().get(name);
        if (type != null) {
            return type;
        }
        List<String> known =
                vocabulary.types().keySet().stream().map(ItemName::toString).toList();
        throw unknown(
                node,
                "no form defines the item " + name,
                name.toString(),
                known,
                "name an item as form.item, as the files in forms/ define it");
    }

    private ItemName itemName(CelExpr node) {
        CelExpr operand = node.select().operand();
        if (operand.exprKind().getKind() != Kind.IDENT) {
            throw rejections.reject(node, "an item has two names, its form's and its own", "name an item as form.item");
        }
        return new ItemName(operand.ident().name(), node.select().field());
    }

    /// The log a name stands for; its items may be named until [#close].
    String open(CelExpr node) {
        String log = node.exprKind().getKind() == Kind.IDENT ? node.ident().name() : "";
        if (!vocabulary.logs().contains(log)) {
            throw unknown(
                    node, "'" + log + "' is not a log", log, vocabulary.logs(), "name a form that has 'log: true'");
        }
        if (!logsOpen.add(log)) {
            throw rejections.reject(
                    node, "an entry of " + log + " is judged here already", "name its items without any(…)");
        }
        return log;
    }

    void close(String log) {
        logsOpen.remove(log);
    }

    List<ReferenceRange> ranges(ItemName item) {
        return vocabulary.ranges().getOrDefault(item, List.of());
    }

    String derivation(CelExpr node) {
        String name = node.ident().name();
        if (!vocabulary.derivations().contains(name)) {
            throw unknown(
                    node,
                    "'" + name + "' is not a derivation that can stand here",
                    name,
                    vocabulary.derivations(),
                    "name an item as form.item, or a derivation of endpoints.yaml in the analysis");
        }
        return name;
    }

    private Rejections.Rejected unknown(
            CelExpr node, String what, String word, Collection<String> known, String otherwise) {
        Optional<String> nearest = NearestWord.to(word, new TreeSet<>(known));
        return rejections.reject(
                node, what, nearest.map(near -> "did you mean " + near + "?").orElse(otherwise));
    }
}

package org.equipoise.protocol.scrutiny;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.Possible;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.source.Node;

/// Criteria beside each other: pairs that nobody can meet, that say the same, or that one and the same observation
/// satisfies. Only pairs that ask for a common item are compared.
final class Criteria {
    private final Scrutiny scrutiny;
    private final Possible possible;
    private final Node tree;

    Criteria(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.possible = new Possible(
                scrutiny.vocabulary().types(),
                scrutiny.vocabulary().encounters().keySet());
        this.tree = scrutiny.required("eligibility.yaml");
    }

    void question() {
        List<Criterion> criteria = scrutiny.study().criteria();
        for (int i = 0; i < criteria.size(); i++) {
            for (int j = 0; j < i; j++) {
                pair(criteria.get(j), criteria.get(i));
            }
        }
        tree.list("criteria")
                .forEach(node -> node.find("open")
                        .ifPresent(open -> scrutiny.findings()
                                .information(
                                        "open-question",
                                        open.place(),
                                        "criterion " + node.text("id") + " leaves open: "
                                                + open.text().strip().replaceAll("\\.$", ""),
                                        "what the text leaves open, the program has to decide in some way",
                                        "Ask the author, and amend the criterion")));
    }

    private void pair(Criterion first, Criterion second) {
        if (Collections.disjoint(first.holds().items(), second.holds().items())) {
            return;
        }
        boolean met = first.kind() == Criterion.Kind.INCLUSION;
        boolean alsoMet = second.kind() == Criterion.Kind.INCLUSION;
        if (!can(first, met, second, alsoMet)) {
            scrutiny.findings()
                    .error(
                            "contradicting-criteria",
                            place(second).place(),
                            "nobody can meet both " + first.id() + " and " + second.id(),
                            "a trial that nobody can enter is no trial (SPIRIT 2025 item 14a)",
                            "Correct one of the two, or remove it");
        } else if (!can(first, met, second, !alsoMet)) {
            redundant(second, first);
        } else if (!can(first, !met, second, alsoMet)) {
            redundant(first, second);
        } else if (first.kind() == second.kind()) {
            overlap(first, second);
        }
    }

    private boolean can(Criterion first, boolean firstHolds, Criterion second, boolean secondHolds) {
        return possible.isPossible(List.of(
                new Possible.Wanted(first.holds(), firstHolds), new Possible.Wanted(second.holds(), secondHolds)));
    }

    private void redundant(Criterion needless, Criterion other) {
        scrutiny.findings()
                .warning(
                        "needless-criterion",
                        place(needless).place(),
                        "whoever meets " + other.id() + " meets " + needless.id() + " too",
                        "two criteria that say the same drift apart with the first amendment",
                        "Remove one of the two, or say what it adds");
    }

    /// A single observation that satisfies both.
    private void overlap(Criterion first, Criterion second) {
        Set<ItemName> common = new TreeSet<>();
        for (Condition part : parts(first.holds(), new ArrayList<>())) {
            if (isEnough(part, first) && isEnough(part, second)) {
                common.addAll(part.items());
            }
        }
        if (!common.isEmpty()) {
            scrutiny.findings()
                    .warning(
                            "overlapping-criteria",
                            place(second).place(),
                            "one answer ("
                                    + String.join(
                                            ", ",
                                            common.stream()
                                                    .map(ItemName::toString)
                                                    .toList()) + ") can satisfy both " + first.id() + " and "
                                    + second.id(),
                            "two criteria suggest two pieces of evidence (SPIRIT 2025 item 14a)",
                            "Say whether independent evidence is needed");
        }
    }

    private boolean isEnough(Condition part, Criterion criterion) {
        return criterion.holds().items().containsAll(part.items())
                && !possible.isPossible(
                        List.of(new Possible.Wanted(part, true), new Possible.Wanted(criterion.holds(), false)));
    }

    private static List<Condition> parts(Condition condition, List<Condition> parts) {
        switch (condition) {
            case Condition.AtLeast(var _, var conditions) -> conditions.forEach(inner -> parts(inner, parts));
            case Condition.Compared _, Condition.CodeIn _, Condition.Not _ -> parts.add(condition);
            case Condition.InSomeEntry _, Condition.Derived _ -> {}
        }
        return parts;
    }

    private Node place(Criterion criterion) {
        return Scrutiny.named(tree, "criteria", criterion.id()).orElseThrow().get("holds");
    }
}

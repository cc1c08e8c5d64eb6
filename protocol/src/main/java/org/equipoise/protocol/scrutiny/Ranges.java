package org.equipoise.protocol.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.language.expression.Possible;
import org.equipoise.language.expression.ReferenceRange;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.source.Node;

/// Whether the reference ranges of an item leave nobody out, and none of them is in vain.
final class Ranges {
    private final Scrutiny scrutiny;
    private final Possible possible;

    Ranges(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.possible = new Possible(
                scrutiny.vocabulary().types(),
                scrutiny.vocabulary().encounters().keySet());
    }

    /// The lines of the ranges, by item.
    static SortedMap<ItemName, List<Node>> nodes(Scrutiny scrutiny) {
        SortedMap<ItemName, List<Node>> nodes = new TreeMap<>();
        scrutiny.file("ranges.yaml")
                .ifPresent(tree -> tree.list("ranges").forEach(node -> {
                    nodes.computeIfAbsent(ItemName.read(node.text("item")), _ -> new ArrayList<>())
                            .add(node);
                }));
        return nodes;
    }

    void question() {
        Map<ItemName, List<ReferenceRange>> ranges = scrutiny.study().ranges();
        nodes(scrutiny).forEach((item, nodes) -> question(item, ranges.getOrDefault(item, List.of()), nodes));
    }

    private void question(ItemName item, List<ReferenceRange> ranges, List<Node> nodes) {
        List<Possible.Wanted> none = new ArrayList<>();
        boolean everybody = false;
        for (int i = 0; i < ranges.size(); i++) {
            List<Possible.Wanted> reached = new ArrayList<>(none);
            ranges.get(i).when().ifPresent(when -> reached.add(new Possible.Wanted(when, true)));
            if (everybody || !possible.isPossible(reached)) {
                inVain(item, nodes.get(i));
            }
            everybody |= ranges.get(i).when().isEmpty();
            ranges.get(i).when().ifPresent(when -> none.add(new Possible.Wanted(when, false)));
        }
        if (!everybody && possible.isPossible(none)) {
            scrutiny.findings()
                    .warning(
                            "gap-between-ranges",
                            nodes.getLast().place(),
                            "for somebody no reference range of " + item + " applies",
                            "a result without its limits of normal cannot be judged",
                            "Let the last range hold for everybody, or add the one that is missing");
        }
    }

    private void inVain(ItemName item, Node node) {
        scrutiny.findings()
                .error(
                        "range-in-vain",
                        node.place(),
                        "this reference range of " + item + " never applies, for one before it does",
                        "of several ranges the first that applies counts",
                        "Put the narrower range first, or remove this one");
    }
}

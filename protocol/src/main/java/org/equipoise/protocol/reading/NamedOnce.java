package org.equipoise.protocol.reading;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// The rule that no two elements of one list have the same id: arms, visits, criteria, items and whatever else a file
/// lists by name.
final class NamedOnce {
    private NamedOnce() {}

    static boolean holds(Node tree, Findings findings) {
        return holds("list", tree, findings);
    }

    private static boolean holds(String list, Node node, Findings findings) {
        return switch (node) {
            case Node.Mapping(var _, var members) -> {
                boolean once = true;
                for (Map.Entry<String, Node> member : members.entrySet()) {
                    once &= holds(member.getKey(), member.getValue(), findings);
                }
                yield once;
            }
            case Node.Sequence(var _, var nodes) -> {
                Set<String> ids = new HashSet<>();
                boolean once = true;
                for (Node element : nodes) {
                    once &= holds(list, element, findings);
                    if (element.find("id").orElse(element) instanceof Node.Scalar id && !ids.add(id.value())) {
                        twice(list, id, findings);
                        once = false;
                    }
                }
                yield once;
            }
            case Node.Scalar _ -> true;
        };
    }

    static void twice(String list, Node id, Findings findings) {
        findings.error(
                "named-twice",
                id.place(),
                "'" + id.text() + "' stands twice under " + list,
                "what is named twice cannot be told apart in the record",
                "Rename or remove one of the two");
    }
}

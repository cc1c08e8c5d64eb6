package org.equipoise.protocol.reading;

import java.util.List;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Excerpt;
import org.equipoise.protocol.source.Node;

/// Reports a name that stands for nothing, with the one that was probably meant.
final class Unknown {
    private Unknown() {}

    /// A kind of finding is `unknown-` and the word for what is named.
    static boolean name(Findings findings, Node node, String kind, List<String> known) {
        return name(findings, node, node.text(), kind, known);
    }

    /// The name stands elsewhere than in the node's text, as a key does.
    static boolean name(Findings findings, Node node, String name, String kind, List<String> known) {
        if (known.contains(name)) {
            return false;
        }
        findings.error(
                kind,
                node.place(),
                "there is no " + kind.substring("unknown-".length()).replace('-', ' ') + " '" + Excerpt.of(name) + "'",
                "what is named must exist elsewhere in the study",
                NearestWord.to(name, known)
                        .map(nearest -> "Did you mean '" + nearest + "'?")
                        .orElse(known.isEmpty() ? "Define it first" : "Use one of: " + String.join(", ", known)));
        return true;
    }
}

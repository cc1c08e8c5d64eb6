package org.equipoise.protocol.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.equipoise.protocol.design.Label;
import org.equipoise.protocol.source.Node;

/// Reads texts that stand in several languages.
final class Labels {
    private Labels() {}

    static Label label(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.members().forEach((language, text) -> texts.put(language, text.text()));
        return new Label(texts);
    }
}

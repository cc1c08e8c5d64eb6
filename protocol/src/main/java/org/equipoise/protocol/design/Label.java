package org.equipoise.protocol.design;

import java.util.Map;

/// A text people read, in the languages the study has it in; English always.
public record Label(Map<String, String> texts) {
    public Label {
        texts = Map.copyOf(texts);
    }

    public String in(String language) {
        String text = texts.get(language);
        return text != null ? text : english();
    }

    public String english() {
        return texts.getOrDefault("en", "");
    }

    @Override
    public String toString() {
        return english();
    }
}

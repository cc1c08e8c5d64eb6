package org.equipoise.exchange.outline;

import java.util.Locale;

/// A text of a source and where it stands there: `registry-record.txt:25`.
public record Said(String text, String at) {

    public Said {
        text = text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}

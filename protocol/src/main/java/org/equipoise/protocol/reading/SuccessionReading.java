package org.equipoise.protocol.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.equipoise.protocol.design.Succession;
import org.equipoise.protocol.source.Node;

/// Reads how a version takes over from the one before it.
public final class SuccessionReading {
    private SuccessionReading() {}

    /// What `protocol.yaml` says of it, where it passes its schema.
    public static Optional<Succession> of(Node protocol) {
        return protocol.find("amendment")
                .map(node -> new Succession(
                        Succession.Reconsent.valueOf(
                                node.text("reconsent").toUpperCase(Locale.ROOT).replace('-', '_')),
                        node.text("why"),
                        Set.copyOf(node.texts("retires"))));
    }
}

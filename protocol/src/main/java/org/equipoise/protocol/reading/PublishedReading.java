package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.equipoise.protocol.endpoint.Published;
import org.equipoise.protocol.endpoint.Published.Comparison;
import org.equipoise.protocol.endpoint.Published.Count;
import org.equipoise.protocol.source.Node;

/// Reads `published.yaml`, where a study has one.
final class PublishedReading {
    private final Names names;

    PublishedReading(Names names) {
        this.names = names;
    }

    Published published(Node tree) {
        return new Published(
                tree.text("source"),
                names.arm(tree.get("reference")),
                tree.list("comparisons").stream().map(this::comparison).toList(),
                tree.list("misfits").stream()
                        .map(node -> new Published.Misfit(
                                Labels.label(node.get("label")),
                                node.text("published"),
                                node.text("model"),
                                Labels.label(node.get("comment"))))
                        .toList(),
                tree.list("oddities").stream()
                        .map(node -> new Published.Remark(Labels.label(node.get("text")), node.text("source")))
                        .toList());
    }

    private Comparison comparison(Node node) {
        Map<String, Count> counts = new LinkedHashMap<>();
        node.get("counts").members().forEach((arm, count) -> {
            names.known(new Node.Scalar(count.place(), Node.Scalar.Kind.TEXT, arm), "unknown-arm", names.arms());
            String[] parts = count.text().split("/", 2);
            counts.put(arm, new Count(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        });
        Map<String, BigDecimal> percentages = new LinkedHashMap<>();
        node.find("percentages")
                .ifPresent(map ->
                        map.members().forEach((arm, text) -> percentages.put(arm, new BigDecimal(text.text()))));
        return new Comparison(
                node.text("id"),
                Labels.label(node.get("label")),
                counts,
                node.find("p").map(p -> new BigDecimal(p.text())).or(Optional::empty),
                percentages,
                node.text("source"),
                node.text("counted"));
    }
}

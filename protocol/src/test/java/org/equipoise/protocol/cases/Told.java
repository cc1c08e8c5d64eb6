package org.equipoise.protocol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;

/// A finding as a case tells it.
///
/// @param why empty where the case leaves it out: it is one for many
public record Told(String id, Severity severity, Place place, String message, String fix, String why) {

    static Told expected(Map<String, byte[]> files, Node node) {
        return new Told(
                node.text("id"),
                Severity.valueOf(node.text("severity", "error").toUpperCase(Locale.ROOT)),
                new Place(node.text("file"), line(files, node)),
                node.text("message"),
                node.text("fix"),
                node.text("why", ""));
    }

    /// The line is a number, or the text that stands on it and on no other.
    private static int line(Map<String, byte[]> files, Node node) {
        if (node.get("line") instanceof Node.Scalar(var _, var kind, var number) && kind == Node.Scalar.Kind.INTEGER) {
            return Integer.parseInt(number);
        }
        List<String> lines = new String(files.getOrDefault(node.text("file"), new byte[0]), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        assertThat(lines).as("a line that tells the place").containsOnlyOnce(node.text("line"));
        return lines.indexOf(node.text("line")) + 1;
    }

    /// The finding to compare with: its reason only where the case tells one.
    Told met(Finding finding) {
        return new Told(
                finding.id(),
                finding.severity(),
                finding.place(),
                finding.message(),
                finding.fix(),
                why.isEmpty() ? "" : finding.why());
    }

    static Told of(Finding finding) {
        return new Told(
                finding.id(), finding.severity(), finding.place(), finding.message(), finding.fix(), finding.why());
    }

    /// As it is printed.
    public Finding finding() {
        return new Finding(id, severity, place, message, why, fix);
    }
}

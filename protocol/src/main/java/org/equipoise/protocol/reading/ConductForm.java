package org.equipoise.protocol.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.Digest;
import org.equipoise.protocol.source.Node;

/// The canonical form of what conduct depends on (protocol, schedule, eligibility, forms, code lists, checks, safety):
/// comments, order of keys and layout do not count, every word and number does. Numbers with a point are written as
/// strings, as entered.
final class ConductForm {
    private ConductForm() {}

    static Study.Conduct of(List<Node> files, List<Node> forms, Collection<Node> more) {
        TreeMap<String, Node> byName = new TreeMap<>();
        files.forEach(tree -> byName.put(tree.place().file(), tree));
        more.forEach(tree -> byName.put(tree.place().file(), tree));
        forms.forEach(tree -> byName.put(tree.place().file(), tree));
        CanonicalWriter writer = new CanonicalWriter();
        writer.beginObject();
        byName.forEach((file, tree) -> {
            writer.name(file);
            write(tree, writer);
        });
        writer.endObject();
        byte[] canonical = writer.toByteArray();
        return new Study.Conduct(new String(canonical, StandardCharsets.UTF_8), Digest.of(sha256(canonical)));
    }

    private static void write(Node node, CanonicalWriter writer) {
        switch (node) {
            case Node.Mapping(var _, var members) -> {
                writer.beginObject();
                new TreeMap<>(members).forEach((key, value) -> {
                    writer.name(key);
                    write(value, writer);
                });
                writer.endObject();
            }
            case Node.Sequence(var _, var nodes) -> {
                writer.beginArray();
                nodes.forEach(element -> write(element, writer));
                writer.endArray();
            }
            case Node.Scalar(var _, var kind, var value) -> {
                switch (kind) {
                    case INTEGER -> writer.integer(Long.parseLong(value));
                    case TRUTH -> writer.bool(Boolean.parseBoolean(value));
                    case TEXT, DECIMAL, NOTHING -> writer.string(value);
                }
            }
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

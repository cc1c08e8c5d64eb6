package org.equipoise.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An archive written from the published format, slowly and obviously, for the verifier to judge.
final class TestArchive {
    /// The key pairs of tests 1 and 2 in RFC 8032, section 7.1.
    static final byte[] SECRET = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    static final byte[] KEY = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    static final byte[] OTHER_KEY = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    /// A part of the file and what a fault in it is called.
    record Section(String name, String text) {
        byte[] bytes() {
            return utf8(text);
        }
    }

    final List<SortedMap<String, String>> protocols = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    String study = "TOY-1";

    /// Two protocol versions and twelve events; the second version comes into force with the seventh.
    static TestArchive sample() {
        TestArchive archive = new TestArchive();
        archive.protocols.add(
                new TreeMap<>(Map.of("conduct.json", "{\"arms\":3}", "forms/vitals.yaml", "id: vitals\n")));
        archive.protocols.add(new TreeMap<>(Map.of("conduct.json", "{\"arms\":4}", "a.yaml", "")));
        String[] bodies = {
            archive.activation(1),
            "{}",
            "{\"items\":[{\"id\":\"PGA\",\"value\":\"1.20\"},{\"id\":\"ANA\",\"value\":\"1:640\"}],\"subject\":\"001\"}",
            "{\"note\":\"a \\\"quoted\\\" word\\nand Zürich, 北京, 😀\"}",
            "{\"count\":-3,\"held\":true,\"kits\":[],\"least\":0,\"most\":9007199254740991}",
            "{\"digest\":\"00ff\"}",
            archive.activation(2),
            "{\"a\":{\"b\":{\"c\":[[1],[2,3]]}}}",
            "{}",
            "{\"reason\":\"\\u001f\\\\\"}",
            "{\"from\":\"2024-05\"}",
            "{\"last\":false}"
        };
        for (int i = 0; i < bodies.length; i++) {
            String name = bodies[i].contains("\"number\"") ? "ProtocolActivated" : "ItemsRecorded";
            archive.events.add(event(i + 1, 1_700_000_000_000_000L + i / 2, i < 6 ? 1 : 2, name, bodies[i]));
        }
        return archive;
    }

    static String event(long seq, long at, long protocol, String name, String body) {
        return "{\"actor\":{\"id\":\"n-07\",\"role\":\"nurse\"},\"at\":" + at + ",\"body\":" + body
                + ",\"command\":\"c-" + seq + "\",\"event\":\"" + name + "\",\"protocol\":" + protocol + ",\"seq\":"
                + seq + ",\"version\":1}";
    }

    String activation(int number) {
        String hash = hex(sha256(utf8(protocols.get(number - 1).get("conduct.json"))));
        return "{\"hash\":\"" + hash + "\",\"number\":" + number + "}";
    }

    List<Section> sections() {
        return sections(manifest());
    }

    /// The sections with this manifest, signed.
    private List<Section> sections(String manifest) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("header", "equipoise-journal 1\n"));
        for (int i = 0; i < protocols.size(); i++) {
            var files = protocols.get(i);
            sections.add(new Section("protocol " + (i + 1), "protocol " + (i + 1) + " " + files.size() + "\n"));
            files.forEach((name, body) -> {
                String line = "file " + utf8(body).length + " " + hex(sha256(utf8(body))) + " " + name;
                sections.add(new Section("file " + name, line + "\n" + body + "\n"));
            });
        }
        for (int i = 0; i < events.size(); i++) {
            sections.add(new Section("event " + (i + 1), eventSection(events.get(i))));
        }
        int length = utf8(manifest).length;
        sections.add(new Section("manifest", "manifest " + length + "\n" + manifest + "\n"));
        sections.add(new Section("signature", "signature " + hex(sign(utf8(manifest))) + "\n"));
        return sections;
    }

    static String eventSection(String json) {
        return "event " + utf8(json).length + " " + hex(leaf(json)) + "\n" + json + "\n";
    }

    String manifest() {
        List<String> versions = new ArrayList<>();
        for (var files : protocols) {
            String entries = files.entrySet().stream()
                    .map(file -> "{\"hash\":\"" + hex(sha256(utf8(file.getValue()))) + "\",\"length\":"
                            + utf8(file.getValue()).length + ",\"name\":\"" + file.getKey() + "\"}")
                    .collect(Collectors.joining(","));
            versions.add("{\"files\":[" + entries + "],\"number\":" + (versions.size() + 1) + "}");
        }
        List<byte[]> leaves = events.stream().map(TestArchive::leaf).toList();
        return "{\"format\":1,\"key\":\"" + hex(sha256(KEY)) + "\",\"protocols\":[" + String.join(",", versions)
                + "],\"root\":\"" + hex(root(leaves)) + "\",\"size\":" + events.size() + ",\"study\":\"" + study
                + "\"}";
    }

    byte[] bytes() {
        return join(sections());
    }

    /// The archive with one section replaced, everything else as it was.
    byte[] with(String section, String replacement) {
        return join(sections().stream()
                .map(s -> s.name().equals(section) ? new Section(section, replacement) : s)
                .toList());
    }

    byte[] withManifest(String manifest) {
        return join(sections(manifest));
    }

    static byte[] join(List<Section> sections) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sections.forEach(section -> all.writeBytes(section.bytes()));
        return all.toByteArray();
    }

    static byte[] leaf(String json) {
        return sha256(utf8("\0" + json));
    }

    /// RFC 9162, section 2.1.1, word for word.
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? sha256(new byte[0]) : leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        node.write(1);
        node.writeBytes(root(leaves.subList(0, left)));
        node.writeBytes(root(leaves.subList(left, leaves.size())));
        return sha256(node.toByteArray());
    }

    static byte[] sign(byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, SECRET));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}

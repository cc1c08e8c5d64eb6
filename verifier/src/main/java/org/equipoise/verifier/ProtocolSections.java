package org.equipoise.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The protocol versions of an archive (sections 1 and 2 of the format): their hashes and what the manifest must say.
final class ProtocolSections {
    private static final int FILE_MOST = 16 * ArchiveBytes.MIB;
    private static final Pattern PROTOCOL = Pattern.compile("protocol (0|[1-9][0-9]*) (0|[1-9][0-9]*)");
    private static final String NAME = "[a-z0-9][a-z0-9._/-]{0,254}";
    private static final Pattern FILE = Pattern.compile("file (0|[1-9][0-9]*) ([0-9a-f]{64}) (" + NAME + ")");
    private static final Pattern FOURTH_FIELD = Pattern.compile("[^ ]+ [^ ]+ [^ ]+ (" + NAME + ")");

    private final ArchiveBytes bytes;
    private final Sha256 sha256;
    private byte[] hash = {};
    private final List<byte[]> protocolHashes = new ArrayList<>();
    private final StringBuilder manifest = new StringBuilder("[");

    ProtocolSections(ArchiveBytes bytes, Sha256 sha256) {
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    int size() {
        return protocolHashes.size();
    }

    /// Whether there is a section of this number whose protocol hash is this one.
    boolean has(long number, byte[] protocolHash) {
        return number >= 1 && number <= size() && Arrays.equals(protocolHashes.get((int) number - 1), protocolHash);
    }

    /// The canonical form of the manifest's member `protocols`.
    byte[] manifest() {
        return (manifest + "]").getBytes(StandardCharsets.US_ASCII);
    }

    void read() throws IOException, Fault {
        String section = "protocol " + (size() + 1);
        bytes.enter(section);
        long start = bytes.offset();
        MatchResult line = bytes.line(PROTOCOL, "protocol <n> <count>");
        if (!line.group(1).equals(Integer.toString(size() + 1))) {
            throw new Fault(start, "Protocol " + Fault.quote(line.group(1)) + " stands where " + section + " must.");
        }
        manifest.append(size() == 0 ? "" : ",").append("{\"files\":[");
        String count = line.group(2);
        String before = "";
        byte[] protocolHash = {};
        for (int read = 0; !count.equals(Integer.toString(read)); read++) {
            String name = readFile(section, before);
            protocolHash = name.equals("conduct.json") ? hash : protocolHash;
            before = name;
        }
        bytes.enter(section);
        if (protocolHash.length == 0) {
            throw bytes.fault("None of the " + count + " files of " + section + " is named conduct.json.");
        }
        protocolHashes.add(protocolHash);
        manifest.append("],\"number\":").append(size()).append('}');
    }

    /// Leaves the file's hash in `hash` and answers its name, which must come after the name `before`.
    private String readFile(String section, String before) throws IOException, Fault {
        bytes.enter(section);
        var named = FOURTH_FIELD.matcher(bytes.peekLine());
        bytes.enter(named.matches() ? "file " + named.group(1) : section);
        long start = bytes.offset();
        MatchResult line = bytes.line(FILE, "file <length> <hash> <name>");
        String name = line.group(3);
        if (name.compareTo(before) <= 0) {
            throw new Fault(
                    start,
                    "In " + section + " the names are not ascending: " + Fault.quote(before) + " stands before.");
        }
        int length = bytes.length(line.group(1), FILE_MOST);
        bytes.body(length);
        hash = sha256.of(bytes.window(), bytes.from(), length);
        bytes.skip(length + 1);
        String hex = HexFormat.of().formatHex(hash);
        if (!hex.equals(line.group(2))) {
            throw new Fault(
                    start, "In " + section + " the body of this file has the SHA-256 " + hex + ", not the stated one.");
        }
        manifest.append(before.isEmpty() ? "" : ",").append("{\"hash\":\"" + hex + "\",\"length\":" + length);
        manifest.append(",\"name\":\"" + name + "\"}");
        if (manifest.length() > ArchiveBytes.MIB) {
            throw new Fault(start, "More protocol files than a manifest of 1 MiB can name.");
        }
        return name;
    }
}

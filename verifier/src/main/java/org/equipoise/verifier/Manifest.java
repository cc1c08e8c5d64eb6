package org.equipoise.verifier;

import java.util.Arrays;
import java.util.HexFormat;

/// The manifest of an archive (section 6 of the format): read whole, then held against what the archive turned out to
/// hold.
final class Manifest {

    private final byte[] body;
    private final CanonicalReader json = new CanonicalReader();
    private final long format;
    private final byte[] key = new byte[Sha256.LENGTH];
    private final int protocolsFrom;
    private final int protocolsTo;
    private final byte[] root = new byte[Sha256.LENGTH];
    private final long size;
    private final String study;

    Manifest(byte[] body, long offset) throws Fault {
        this.body = body;
        json.over(body, 0, body.length, offset);
        json.literal("{\"format\":");
        format = json.integer();
        json.literal(",\"key\":\"");
        json.hexadecimal(key);
        json.literal("\",\"protocols\":");
        protocolsFrom = json.at();
        json.value(2);
        protocolsTo = json.at();
        json.literal(",\"root\":\"");
        json.hexadecimal(root);
        json.literal("\",\"size\":");
        size = json.integer();
        json.literal(",\"study\":");
        json.string();
        study = json.text();
        json.literal("}");
        json.end();
        json.back(0);
    }

    String study() {
        return study;
    }

    /// The checks of section 7, in its order. `held` is the canonical form of what the protocol sections held.
    void mustAgree(byte[] held, MerkleFrontier tree, byte[] keyId) throws Fault {
        if (format != 1) {
            throw json.fault("The manifest is of format " + format + ", the header of format 1.");
        }
        int differs = Arrays.mismatch(held, 0, held.length, body, protocolsFrom, protocolsTo);
        if (differs >= 0) {
            json.back(protocolsFrom + differs);
            throw json.fault("From here on the manifest names other protocol files than the archive holds.");
        }
        if (size != tree.size()) {
            throw json.fault("The manifest counts " + size + " events, the archive holds " + tree.size() + ".");
        }
        byte[] grown = tree.root();
        if (!Arrays.equals(root, grown)) {
            throw json.fault("The events have the root " + hex(grown) + ", the manifest says " + hex(root)
                    + ": an event was changed together with its leaf hash; which one, the tree cannot tell.");
        }
        if (!Arrays.equals(key, keyId)) {
            throw json.fault("The manifest names the key " + hex(key) + ", the trusted key is " + hex(keyId) + ".");
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

package org.equipoise.journal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.equipoise.language.identity.Digest;

/// What the tree of a study was at some size.
///
/// @param origin whose tree it is: a study's name as [#origin] writes it
public record Checkpoint(String origin, long size, Digest root) {
    private static final String UNCHANGED = "._-";
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    public Checkpoint {
        if (size < 1) {
            throw new IllegalArgumentException("a checkpoint of nothing says nothing");
        }
    }

    /// The name under which a study signs; it has no space and no plus, as notes want it.
    public static String origin(String study) {
        StringBuilder origin = new StringBuilder("equipoise/");
        for (byte b : study.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
            if (plain || UNCHANGED.indexOf(b) >= 0) {
                origin.append((char) b);
            } else {
                origin.append('%').append(UPPER.toHexDigits(b));
            }
        }
        return origin.toString();
    }

    /// The three lines that are signed.
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
    }
}

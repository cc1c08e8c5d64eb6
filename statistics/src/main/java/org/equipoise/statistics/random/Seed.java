package org.equipoise.statistics.random;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The 128-bit key from which every stream of a run is drawn.
///
/// Whoever knows the seed knows every draw, so a log line must not carry it: `toString` withholds it,
/// `hex` writes it when asked by name.
public record Seed(long first, long second) {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}");

    /// The seed that a typed number stands for: the first 16 bytes of SHA-256 of `equipoise seed N`.
    /// Small numbers, which people type, become keys with no pattern among them.
    public static Seed of(long number) {
        ByteBuffer digest = Sha256.of("equipoise seed " + number);
        return new Seed(digest.getLong(), digest.getLong());
    }

    /// Reads a whole number (see `of`) or the 32 hexadecimal digits that `hex` wrote.
    public static Seed parse(String text) {
        if (HEX.matcher(text).matches()) {
            return new Seed(HexFormat.fromHexDigitsToLong(text, 0, 16), HexFormat.fromHexDigitsToLong(text, 16, 32));
        }
        try {
            if (DECIMAL.matcher(text).matches()) {
                return of(Long.parseLong(text));
            }
        } catch (NumberFormatException beyondLong) {
            throw unreadable();
        }
        throw unreadable();
    }

    /// The stream at three coordinates; unequal coordinates give streams that share no block.
    public RandomStream stream(long a, long b, long c) {
        return new RandomStream(this, a, b, c);
    }

    /// The key as 32 hexadecimal digits.
    public String hex() {
        return HexFormat.of().toHexDigits(first) + HexFormat.of().toHexDigits(second);
    }

    @Override
    public String toString() {
        return "Seed[withheld]";
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "A seed is a whole number between -2^63 and 2^63 - 1, or 32 hexadecimal digits.");
    }
}

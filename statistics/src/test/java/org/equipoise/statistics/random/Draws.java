package org.equipoise.statistics.random;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The draws of the reference tables, by the names of their transforms.
final class Draws {
    private Draws() {}

    /// The next draw as text; the caller says how a floating-point number is written.
    static String next(String transform, RandomStream stream, DoubleFunction<String> number) {
        return switch (transform) {
            case "nextLong" -> "%016x".formatted(stream.nextLong());
            case "uniform" -> number.apply(stream.uniform());
            case "openUniform" -> number.apply(stream.openUniform());
            case "index 6" -> Integer.toString(stream.index(6));
            case "index 2147483647" -> Integer.toString(stream.index(Integer.MAX_VALUE));
            case "normal" -> number.apply(stream.normal());
            case "exponential 2.5" -> number.apply(stream.exponential(2.5));
            case "bernoulli 0.3" -> stream.bernoulli(0.3) ? "1" : "0";
            case "beta 2 3" -> number.apply(stream.beta(2, 3));
            case "beta 0.4 0.2" -> number.apply(stream.beta(0.4, 0.2));
            case "shuffle 8" -> order(stream);
            default -> throw new IllegalArgumentException("No transform is called " + transform + ".");
        };
    }

    private static String order(RandomStream stream) {
        int[] elements = IntStream.range(0, 8).toArray();
        stream.shuffle(elements);
        return Arrays.stream(elements).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}

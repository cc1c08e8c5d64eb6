package org.equipoise.statistics.proportion;

import java.util.Arrays;
import org.equipoise.statistics.random.RandomStream;

/// Strata as the reference tables write them, `16/29 v 9/30; 3/5 v 1/4`, and at random.
public final class Strata {
    private Strata() {}

    public static StratifiedTwoByTwo read(String text) {
        return new StratifiedTwoByTwo(
                Arrays.stream(text.split("; ", -1)).map(Strata::stratum).toList());
    }

    public static TwoByTwo stratum(String text) {
        int[] n = Arrays.stream(text.split("/| v ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new TwoByTwo(n[0], n[1], n[2], n[3]);
    }

    /// One to five strata of up to 12 units a group, now and then empty, now and then up to 200.
    static StratifiedTwoByTwo draw(RandomStream stream) {
        var strata = new TwoByTwo[1 + stream.index(5)];
        for (int i = 0; i < strata.length; i++) {
            int size1 = size(stream);
            int size2 = size(stream);
            strata[i] = new TwoByTwo(stream.index(size1 + 1), size1, stream.index(size2 + 1), size2);
        }
        return StratifiedTwoByTwo.of(strata);
    }

    private static int size(RandomStream stream) {
        return stream.index(stream.bernoulli(0.1) ? 201 : 13);
    }

    /// Up to six strata at the edge: sizes from 1 to a million, and groups in which nothing, one, all but one or all
    /// units have the event.
    static StratifiedTwoByTwo drawExtreme(RandomStream stream) {
        var strata = new TwoByTwo[1 + stream.index(6)];
        for (int i = 0; i < strata.length; i++) {
            int size1 = extremeSize(stream);
            int size2 = extremeSize(stream);
            strata[i] = new TwoByTwo(extremeEvents(size1, stream), size1, extremeEvents(size2, stream), size2);
        }
        return StratifiedTwoByTwo.of(strata);
    }

    private static int extremeSize(RandomStream stream) {
        int[] most = {1, 2, 5, 60, 4_000, 1_000_000};
        return 1 + stream.index(most[stream.index(most.length)]);
    }

    private static int extremeEvents(int size, RandomStream stream) {
        return switch (stream.index(5)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> size - 1;
            case 3 -> size;
            default -> stream.index(size + 1);
        };
    }
}

package org.equipoise.statistics.proportion;

import java.util.Arrays;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.random.RandomStream;

/// Strata as the reference tables write them, `16/29 v 9/30; 3/5 v 1/4`, and at random.
final class Strata {
    private Strata() {}

    static StratifiedTwoByTwo read(String text) {
        return new StratifiedTwoByTwo(
                Arrays.stream(text.split("; ", -1)).map(Strata::stratum).toList());
    }

    private static TwoByTwo stratum(String text) {
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

    static RiskDifference found(Answer<RiskDifference> answer) {
        return switch (answer) {
            case Answer.Found<RiskDifference>(var value) -> value;
            case Answer.NotEstimable<RiskDifference>(var method, var reason) ->
                throw new AssertionError(method + ": " + reason);
        };
    }
}

package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// How well the list can be guessed by someone who knows what was allocated before.
final class GuessingSpecs {
    private static final int SEEDS = 2000;
    private static final int PARTICIPANTS = 60;
    private static final double EXACT = 17 / 24.0;
    private static final double BOUND = 3;

    private GuessingSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(spec("The list can be guessed as well as permuted blocks can, and no better")
                .given(
                        "two arms 1 : 1, blocks of four, 60 participants, one stratum",
                        () -> Studies.withoutFactors(Studies.withBlocks(Studies.TWO_ARMS, List.of(4))))
                .when(
                        "someone guesses each next arm to be the one that is behind, or by a fair coin where"
                                + " neither is, over 2,000 seeds",
                        study -> LongStream.range(0, SEEDS)
                                .mapToObj(seed -> Guesser.rate(list(study, seed)))
                                .toList())
                .then(
                        "over the six blocks of four, each as likely, 17 of 24 guesses are right (0.7083)",
                        _ -> assertThat(Guesser.expectedInBlocksOfFour()).isCloseTo(EXACT, within(1e-15)))
                .then("so are those about the list: within 3 standard errors over the seeds, 0.0011", rates -> {
                    assertThat(Guesser.errorsFrom(EXACT, rates)).isLessThan(BOUND);
                    assertThat(Guesser.mean(rates)).isCloseTo(EXACT, within(0.0011));
                })
                .then("those about lists drawn by a coin are not, nor those about lists that alternate", _ -> {
                    assertThat(Guesser.errorsFrom(EXACT, coins())).isGreaterThan(BOUND);
                    assertThat(Guesser.errorsFrom(EXACT, alternating())).isGreaterThan(BOUND);
                }));
    }

    /// Whether the first arm stands at each place.
    private static List<Boolean> list(Study study, long seed) {
        Secrets secrets = Trial.secrets(study, seed);
        AllocationList list = new AllocationList(study.design().randomization(), secrets.arms(), secrets.list());
        ArmCode first = secrets.arms().arms().firstKey();
        return Stream.generate(() -> list.next("all").equals(first))
                .limit(PARTICIPANTS)
                .toList();
    }

    private static List<Double> coins() {
        RandomStream coin = Seed.of(6).stream(0, 0, 0);
        return IntStream.range(0, SEEDS)
                .mapToObj(_ -> Guesser.rate(Stream.generate(() -> coin.bernoulli(0.5))
                        .limit(PARTICIPANTS)
                        .toList()))
                .toList();
    }

    private static List<Double> alternating() {
        List<Boolean> list = IntStream.range(0, PARTICIPANTS)
                .mapToObj(place -> place % 2 == 0)
                .toList();
        return Collections.nCopies(SEEDS, Guesser.rate(list));
    }
}

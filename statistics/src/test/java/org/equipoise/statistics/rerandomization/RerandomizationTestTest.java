package org.equipoise.statistics.rerandomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.MonteCarloP;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.equipoise.statistics.sequence.PermutedBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RerandomizationTestTest {
    private static final double BOUND = 4.5;
    private static final PermutedBlocks FOURS_AND_SIXES = new PermutedBlocks(new int[] {1, 1}, List.of(4, 6));

    static List<Row> trials() {
        return ReferenceTable.rows("rerandomization/expected.csv");
    }

    private static RandomStream stream(long place) {
        return Seed.of(23).stream(RandomStream.key("rerandomization"), place, 0);
    }

    private static List<Unit> units(Row row) {
        int[] strata = counts(row.text("strata"));
        int[] groups = counts(row.text("groups"));
        String[] responses = row.text("responses").split(" ", -1);
        return IntStream.range(0, strata.length)
                .mapToObj(i -> new Unit(strata[i], groups[i], response(responses[i])))
                .toList();
    }

    private static Unit.Response response(String text) {
        return switch (text) {
            case "1" -> Unit.Response.EVENT;
            case "0" -> Unit.Response.NO_EVENT;
            default -> Unit.Response.UNKNOWN;
        };
    }

    private static PermutedBlocks procedure(Row row) {
        return new PermutedBlocks(
                counts(row.text("ratio").replace(':', ' ')),
                Arrays.stream(counts(row.text("sizes"))).boxed().toList());
    }

    private static int[] counts(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void p_is_that_of_all_allocations_listed(Row row) {
        MonteCarloP answer =
                RerandomizationTest.ofProportions(units(row), procedure(row)).p(100_000, stream(0));
        double chiSquare = row.number("chi_square");
        assertThat(answer.observed()).isCloseTo(chiSquare, within(1e-12 * StrictMath.max(1, chiSquare)));
        assertThat(answer.p()).isCloseTo(row.number("p"), within(BOUND * answer.error()));
    }

    @Test
    void the_same_stream_gives_the_same_p_and_another_one_moves_it_by_about_its_error() {
        RerandomizationTest test = RerandomizationTest.ofProportions(units(trials().getLast()), FOURS_AND_SIXES);
        MonteCarloP once = test.p(5_000, stream(1));
        assertThat(test.p(5_000, stream(1))).isEqualTo(once);
        MonteCarloP again = test.p(5_000, stream(2));
        assertThat(again.p()).isNotEqualTo(once.p()).isCloseTo(once.p(), within(BOUND * 1.5 * once.error()));
    }

    @Test
    void the_observed_allocation_counts_as_a_draw() {
        var never = new MonteCarloP("", 1, 999, 0);
        assertThat(never.p()).isCloseTo(0.001, within(1e-15));
        assertThat(never.error()).isPositive();
        assertThat(new MonteCarloP("", 1, 999, 999).p()).isEqualTo(1);
        assertThatThrownBy(() -> new MonteCarloP("", 1, 10, 11)).hasMessageContaining("11 of 10");
    }

    @Test
    void another_statistic_and_another_procedure_will_do() {
        // Ten fair coins, of which all fell on group 1: 2 of 1024 allocations are as extreme.
        Reallocation coins = stream ->
                IntStream.range(0, 10).map(_ -> stream.bernoulli(0.5) ? 1 : 0).toArray();
        Statistic imbalance = groups -> StrictMath.abs(Arrays.stream(groups).sum() - 5);
        var test = new RerandomizationTest("coins", new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, imbalance, coins);
        MonteCarloP answer = test.p(200_000, stream(3));
        assertThat(answer.p()).isCloseTo(2.0 / 1024, within(BOUND * answer.error()));
    }

    @Test
    void every_stratum_deals_its_own_balanced_blocks() {
        var strata = new ArrayList<Integer>();
        for (int unit = 0; unit < 48; unit++) {
            strata.add(unit % 3 == 0 ? 1 : 0);
        }
        var reallocation = new StratifiedReallocation(new PermutedBlocks(new int[] {1, 1}, List.of(4)), strata);
        int[] groups = reallocation.draw(stream(4));
        for (int stratum = 0; stratum < 2; stratum++) {
            int wanted = stratum;
            int[] dealt = IntStream.range(0, 48)
                    .filter(unit -> strata.get(unit) == wanted)
                    .map(unit -> groups[unit])
                    .toArray();
            for (int block = 0; block < dealt.length; block += 4) {
                assertThat(Arrays.stream(dealt, block, block + 4).sum()).isEqualTo(2);
            }
        }
    }

    @Test
    void impossible_questions_are_refused() {
        var three = new PermutedBlocks(new int[] {1, 1, 1}, List.of(3));
        assertThatThrownBy(() -> RerandomizationTest.ofProportions(List.of(), three))
                .hasMessageContaining("the procedure has 3");
        assertThatThrownBy(() -> new Unit(0, 2, Unit.Response.EVENT)).hasMessageContaining("group 2");
        assertThatThrownBy(() -> new StratifiedReallocation(three, List.of(-1))).hasMessageContaining("count from 0");
    }
}

package org.equipoise.statistics.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermutedBlocksTest {
    private static final double BOUND = 4;

    record Design(List<Integer> ratio, List<Integer> blockSizes) {
        PermutedBlocks procedure() {
            return new PermutedBlocks(parts(), blockSizes);
        }

        int[] parts() {
            return ratio.stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public String toString() {
            return procedure().toString();
        }
    }

    static List<Design> designs() {
        return List.of(
                new Design(List.of(1, 1), List.of(4, 6)),
                new Design(List.of(1, 1), List.of(2, 4, 8)),
                new Design(List.of(2, 1, 1), List.of(4, 8)),
                new Design(List.of(3, 2), List.of(5)),
                new Design(List.of(1, 1, 1, 1), List.of(4, 12)));
    }

    private static RandomStream stream(long place) {
        return Seed.of(11).stream(RandomStream.key("blocks"), place, 0);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void groups_stand_in_their_ratio_at_every_block_end(Design design) {
        PermutedBlocks procedure = design.procedure();
        for (int place = 0; place < 200; place++) {
            RandomStream blocks = stream(place);
            int[] sequence = procedure.sequence(240, stream(place));
            int end = 0;
            while (true) {
                int[] block = procedure.block(blocks);
                if (end + block.length > sequence.length) {
                    break;
                }
                end += block.length;
                assertThat(design.blockSizes()).contains(block.length);
                assertThat(Arrays.copyOfRange(sequence, end - block.length, end))
                        .isEqualTo(block);
                assertInRatio(design.parts(), Arrays.copyOf(sequence, end));
            }
        }
    }

    private static void assertInRatio(int[] ratio, int[] sequence) {
        int rounds = sequence.length / Arrays.stream(ratio).sum();
        for (int group = 0; group < ratio.length; group++) {
            int wanted = group;
            assertThat(Arrays.stream(sequence).filter(g -> g == wanted).count())
                    .isEqualTo((long) rounds * ratio[group]);
        }
    }

    @Test
    void every_balanced_order_is_equally_likely() {
        assertEquallyLikely(new PermutedBlocks(new int[] {1, 1}, List.of(4)), 6, 60_000);
        assertEquallyLikely(new PermutedBlocks(new int[] {1, 1}, List.of(6)), 20, 100_000);
        assertEquallyLikely(new PermutedBlocks(new int[] {2, 1, 1}, List.of(4)), 12, 60_000);
        assertEquallyLikely(new PermutedBlocks(new int[] {2, 1}, List.of(6)), 15, 60_000);
    }

    private static void assertEquallyLikely(PermutedBlocks procedure, int orders, int blocks) {
        RandomStream stream = stream(orders);
        var seen = new TreeMap<String, Integer>();
        for (int i = 0; i < blocks; i++) {
            seen.merge(Arrays.toString(procedure.block(stream)), 1, Integer::sum);
        }
        assertThat(seen).hasSize(orders);
        assertThat(chiSquare(seen, (double) blocks / orders))
                .isLessThan(orders - 1 + BOUND * StrictMath.sqrt(2.0 * (orders - 1)));
    }

    @Test
    void every_block_size_is_equally_likely() {
        var procedure = new PermutedBlocks(new int[] {1, 1}, List.of(2, 4, 8));
        RandomStream stream = stream(1);
        var seen = new HashMap<Integer, Integer>();
        for (int i = 0; i < 30_000; i++) {
            seen.merge(procedure.block(stream).length, 1, Integer::sum);
        }
        assertThat(seen).containsOnlyKeys(2, 4, 8);
        assertThat(chiSquare(seen, 10_000)).isLessThan(2 + BOUND * 2);
    }

    private static double chiSquare(Map<?, Integer> seen, double expected) {
        return seen.values().stream()
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void a_longer_sequence_begins_with_the_shorter_one(Design design) {
        int[] longest = design.procedure().sequence(97, stream(3));
        for (int length = 0; length <= 97; length++) {
            assertThat(design.procedure().sequence(length, stream(3))).isEqualTo(Arrays.copyOf(longest, length));
        }
    }

    @Test
    void it_knows_its_groups_and_keeps_its_own_ratio() {
        int[] ratio = {2, 1, 1};
        var procedure = new PermutedBlocks(ratio, List.of(4));
        ratio[0] = 100;
        assertThat(procedure.groups()).isEqualTo(3);
        assertInRatio(new int[] {2, 1, 1}, procedure.sequence(40, stream(0)));
        assertThat(procedure).hasToString("permuted blocks, ratio 2:1:1, block sizes [4]");
    }

    @Test
    void unusable_designs_are_refused_in_words() {
        assertRefused(new int[] {1, 1}, List.of(4, 5), "Block size 5 is not a multiple of 2, the sum of ratio 1:1.");
        assertRefused(new int[] {2, 1, 1}, List.of(6), "Block size 6 is not a multiple of 4, the sum of ratio 2:1:1.");
        assertRefused(new int[] {1, 1}, List.of(0), "Block size 0 is not a multiple of 2, the sum of ratio 1:1.");
        assertRefused(new int[] {1, 1}, List.of(), "Permuted blocks need at least one block size.");
        assertRefused(
                new int[] {1, 1},
                List.of(4, 4),
                "Block size 4 is listed twice; sizes are equally likely, so list each once.");
        assertRefused(new int[] {1, 0}, List.of(4), "Each part of ratio 1:0 must be at least 1.");
        assertRefused(new int[] {1}, List.of(4), "A ratio needs at least two groups, not 1.");
    }

    private static void assertRefused(int[] ratio, List<Integer> sizes, String words) {
        assertThatThrownBy(() -> new PermutedBlocks(ratio, sizes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }
}

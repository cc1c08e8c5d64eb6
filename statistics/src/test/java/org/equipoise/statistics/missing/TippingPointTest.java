package org.equipoise.statistics.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.proportion.Strata;
import org.equipoise.statistics.proportion.TwoByTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TippingPointTest {
    static List<Row> cells() {
        return ReferenceTable.rows("tipping-point/expected.csv");
    }

    /// Strata as the reference writes them: `16/28 v 9/29 + 2 and 1; ...`.
    static List<PartialTwoByTwo> strata(String text) {
        return Arrays.stream(text.split("; ", -1))
                .map(TippingPointTest::stratum)
                .toList();
    }

    private static PartialTwoByTwo stratum(String text) {
        String[] parts = text.split(" \\+ | and ", -1);
        return new PartialTwoByTwo(Strata.stratum(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static TippingGrid grid(String text, double alpha) {
        return Answers.found(new TippingPoint(strata(text)).grid(alpha));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_cell_is_that_of_the_reference(Row row) {
        TippingCell cell =
                grid(row.text("strata"), row.number("alpha")).cell(row.count("events1"), row.count("events2"));
        assertThat(cell.leastDifference()).isCloseTo(row.number("least_difference"), within(1e-12));
        assertThat(cell.greatestDifference()).isCloseTo(row.number("greatest_difference"), within(1e-12));
        assertThat(cell.leastP()).isCloseTo(row.number("least_p"), within(1e-10 * row.number("least_p")));
        assertThat(cell.greatestP()).isCloseTo(row.number("greatest_p"), within(1e-10 * row.number("greatest_p")));
        assertThat(cell.conclusions())
                .isEqualTo(Stream.of(row.text("conclusions").split(" ", -1))
                        .map(Conclusion::valueOf)
                        .toList());
    }

    @Test
    void the_grid_has_every_guess_once() {
        TippingGrid grid = grid("9/12 v 4/13 + 2 and 1; 10/14 v 6/15 + 2 and 2", 0.05);
        assertThat(grid.cells()).hasSize(5 * 4);
        for (int events1 = 0; events1 <= 4; events1++) {
            for (int events2 = 0; events2 <= 3; events2++) {
                TippingCell cell = grid.cell(events1, events2);
                assertThat(List.of(cell.events1(), cell.events2())).containsExactly(events1, events2);
            }
        }
    }

    @Test
    void one_stratum_leaves_no_range() {
        assertThat(grid("16/28 v 9/29 + 2 and 1", 0.05).cells()).allSatisfy(cell -> {
            assertThat(cell.leastP()).isEqualTo(cell.greatestP());
            assertThat(cell.leastDifference()).isEqualTo(cell.greatestDifference());
            assertThat(cell.conclusions()).hasSize(1);
        });
    }

    @Test
    void the_boundary_is_where_a_neighbour_concludes_otherwise() {
        TippingGrid grid = grid("2/4 v 1/5 + 1 and 0; 12/20 v 7/21 + 3 and 3; 3/5 v 0/4 + 0 and 1", 0.04);
        List<TippingCell> boundary = grid.boundary(Conclusion.FIRST_GREATER);
        assertThat(boundary).isNotEmpty().allMatch(cell -> cell.always(Conclusion.FIRST_GREATER));
        for (TippingCell cell : grid.cells()) {
            boolean turns = grid.cells().stream()
                    .filter(other -> StrictMath.abs(other.events1() - cell.events1())
                                    + StrictMath.abs(other.events2() - cell.events2())
                            == 1)
                    .anyMatch(other -> !other.always(Conclusion.FIRST_GREATER));
            assertThat(boundary.contains(cell)).isEqualTo(cell.always(Conclusion.FIRST_GREATER) && turns);
        }
    }

    @Test
    void a_conclusion_that_no_guess_turns_has_no_boundary() {
        TippingGrid grid = grid("28/28 v 1/29 + 1 and 1", 0.05);
        assertThat(grid.cells()).allMatch(cell -> cell.always(Conclusion.FIRST_GREATER));
        assertThat(grid.boundary(Conclusion.FIRST_GREATER)).isEmpty();
        assertThat(grid.boundary(Conclusion.NOT_SHOWN)).isEmpty();
    }

    @Test
    void with_nothing_unknown_the_grid_is_the_main_analysis() {
        TippingGrid grid = grid("16/29 v 9/30 + 0 and 0; 3/5 v 1/4 + 0 and 0", 0.05);
        assertThat(grid.cells()).hasSize(1);
        assertThat(grid.cell(0, 0).leastP())
                .isEqualTo(Strata.read("16/29 v 9/30; 3/5 v 1/4").p());
    }

    @Test
    void what_cannot_be_answered_says_why() {
        Answers.assertReason(new TippingPoint(strata("3/5 v 0/0 + 1 and 0")).grid(0.05), Reason.NOT_COMPARABLE);
        var wide = new PartialTwoByTwo(new TwoByTwo(5, 10, 5, 10), 20, 20);
        Answers.assertReason(new TippingPoint(List.of(wide, wide, wide)).grid(0.05), Reason.TOO_MANY_WAYS);
    }

    @Test
    void impossible_counts_are_refused() {
        var partial = new PartialTwoByTwo(new TwoByTwo(5, 10, 5, 10), 2, 1);
        assertThatThrownBy(() -> partial.filled(3, 0)).hasMessageContaining("3 and 0 cannot be events");
        assertThatThrownBy(() -> new PartialTwoByTwo(new TwoByTwo(5, 10, 5, 10), -1, 0))
                .hasMessageContaining("counted from 0");
        assertThatThrownBy(() -> grid("16/28 v 9/29 + 2 and 1", 0.05).cell(0, 2))
                .hasMessageContaining("not to 0 and 2");
        assertThatThrownBy(() -> new TippingPoint(List.of(partial)).grid(1)).hasMessageContaining("Alpha");
    }
}

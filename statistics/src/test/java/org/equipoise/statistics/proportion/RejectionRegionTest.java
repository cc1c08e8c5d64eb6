package org.equipoise.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionRegionTest {
    private static final Map<List<Object>, RejectionRegion> REGIONS = new ConcurrentHashMap<>();

    static List<Row> powers() {
        return ReferenceTable.rows("two-by-two/power.csv");
    }

    private static RejectionRegion region(Row row) {
        int size1 = row.count("size1");
        int size2 = row.count("size2");
        double alpha = row.number("alpha");
        NamedTest test = NamedTest.valueOf(row.text("test"));
        return REGIONS.computeIfAbsent(
                List.of(test, size1, size2, alpha),
                _ -> RejectionRegion.of(size1, size2, table -> test.rejects(table, alpha)));
    }

    @ParameterizedTest
    @MethodSource("powers")
    void the_exact_power_is_that_of_the_reference(Row row) {
        assertThat(region(row).power(row.number("probability1"), row.number("probability2")))
                .isCloseTo(row.number("power"), within(1e-12));
    }

    @Test
    void a_test_that_rejects_everything_has_all_power() {
        var region = RejectionRegion.of(7, 4, _ -> true);
        assertThat(region.power(0.3, 0.9)).isCloseTo(1, within(1e-14)).isLessThanOrEqualTo(1);
        assertThat(RejectionRegion.of(7, 4, _ -> false).power(0.3, 0.9)).isZero();
    }

    @Test
    void an_empty_group_is_refused() {
        assertThatThrownBy(() -> RejectionRegion.of(0, 4, _ -> true)).hasMessageContaining("not 0 and 4");
    }
}

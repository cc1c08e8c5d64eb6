package org.equipoise.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceDrawsTest {
    private static final double TOLERANCE = 1e-13;

    static List<Row> streams() {
        return ReferenceTable.rows("philox/expected.csv");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void draws_are_those_of_an_independent_implementation(Row row) {
        String transform = row.text("transform");
        RandomStream stream = stream(row);
        for (String expected : row.text("draws").split("; ", -1)) {
            String drawn = Draws.next(transform, stream, Double::toString);
            if (transform.matches("(normal|exponential|beta).*")) {
                double number = Double.parseDouble(expected);
                assertThat(Double.parseDouble(drawn))
                        .isCloseTo(number, within(TOLERANCE * StrictMath.max(1, StrictMath.abs(number))));
            } else {
                assertThat(drawn).isEqualTo(expected.replace("e-", "E-"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_small_seed_becomes_the_same_key_everywhere(Row row) {
        assertThat(Seed.parse(row.text("seed")).hex()).isEqualTo(row.text("key"));
    }

    @Test
    void a_name_is_the_same_coordinate_everywhere() {
        assertThat(streams())
                .anyMatch(row -> row.text("a").equals(Long.toString(RandomStream.key("unit 7")))
                        && row.text("b").equals(Long.toString(RandomStream.key("measurement"))));
    }

    @Test
    void no_draw_has_moved_by_a_single_bit() {
        var lines = new ArrayList<String>();
        lines.add("seed,a,b,c,transform,draws");
        for (Row row : streams()) {
            RandomStream stream = stream(row);
            String draws = IntStream.range(0, 9)
                    .mapToObj(_ -> Draws.next(row.text("transform"), stream, Double::toHexString))
                    .collect(Collectors.joining("; "));
            lines.add(String.join(
                    ",", row.text("seed"), row.text("a"), row.text("b"), row.text("c"), row.text("transform"), draws));
        }
        assertThat(String.join("\n", lines))
                .isEqualTo(String.join("\n", ReferenceTable.lines("philox/first-draws.csv")));
    }

    private static RandomStream stream(Row row) {
        return Seed.parse(row.text("seed")).stream(
                Long.parseLong(row.text("a")), Long.parseLong(row.text("b")), Long.parseLong(row.text("c")));
    }
}

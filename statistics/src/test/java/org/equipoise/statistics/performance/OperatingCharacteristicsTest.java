package org.equipoise.statistics.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.proportion.NamedTest;
import org.equipoise.statistics.proportion.RejectionRegion;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatingCharacteristicsTest {
    private static final double TRUTH = 0.25;
    private static final double BOUND = 4.5;

    static List<Row> measures() {
        return ReferenceTable.rows("performance/expected.csv");
    }

    static List<Row> assurances() {
        return ReferenceTable.rows("performance/assurance.csv");
    }

    private static List<Repetition> repetitions() {
        return ReferenceTable.rows("performance/repetitions.csv").stream()
                .map(row -> new Repetition(
                        row.number("estimate"),
                        OptionalDouble.of(row.number("standard_error")),
                        new Interval(row.number("lower"), row.number("upper"), 0.95),
                        row.count("rejects") == 1))
                .toList();
    }

    private static OperatingCharacteristics of(List<Repetition> repetitions) {
        var gathered = new OperatingCharacteristics(TRUTH);
        repetitions.forEach(gathered::add);
        return gathered;
    }

    private static Figure figure(OperatingCharacteristics gathered, String measure) {
        Optional<Figure> figure = switch (measure) {
            case "estimate" -> gathered.estimate();
            case "bias" -> gathered.bias();
            case "empirical_error" -> gathered.empiricalError();
            case "mean_squared_error" -> gathered.meanSquaredError();
            case "model_error" -> gathered.modelError();
            case "relative_error" -> gathered.relativeError();
            case "coverage" -> gathered.coverage();
            case "rejection_rate" -> gathered.rejectionRate();
            default -> throw new AssertionError(measure);
        };
        return figure.orElseThrow();
    }

    private static void assertSame(Figure figure, Row row) {
        assertThat(figure.value()).isCloseTo(row.number("value"), within(1e-10 * StrictMath.abs(row.number("value"))));
        assertThat(figure.monteCarloError()).isCloseTo(row.number("error"), within(1e-10 * row.number("error")));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void a_measure_and_its_error_are_those_of_the_reference(Row row) {
        assertSame(figure(of(repetitions()), row.text("measure")), row);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 399})
    void parts_merged_say_what_the_whole_says(int size) {
        List<Repetition> all = repetitions();
        var merged = new OperatingCharacteristics(TRUTH);
        for (int from = 0; from < all.size(); from += size) {
            merged.merge(of(all.subList(from, StrictMath.min(from + size, all.size()))));
        }
        assertThat(merged.repetitions()).isEqualTo(all.size());
        for (Row row : measures()) {
            assertSame(figure(merged, row.text("measure")), row);
        }
    }

    @Test
    void a_repetition_without_an_answer_rejects_nothing_and_is_counted() {
        OperatingCharacteristics gathered = of(repetitions());
        double before = gathered.rejectionRate().orElseThrow().value();
        IntStream.range(0, 100).forEach(_ -> gathered.addNotEstimable());
        assertThat(gathered.repetitions()).isEqualTo(500);
        assertThat(gathered.estimable()).isEqualTo(400);
        assertThat(gathered.rejectionRate().orElseThrow().value()).isCloseTo(before * 0.8, within(1e-12));
        assertThat(gathered.coverage()).isEqualTo(of(repetitions()).coverage());
    }

    @Test
    void what_has_not_been_repeated_has_no_figures() {
        var nothing = new OperatingCharacteristics(0);
        assertThat(List.of(
                        nothing.estimate(),
                        nothing.bias(),
                        nothing.empiricalError(),
                        nothing.meanSquaredError(),
                        nothing.modelError(),
                        nothing.relativeError(),
                        nothing.coverage(),
                        nothing.rejectionRate()))
                .allMatch(Optional::isEmpty);
        nothing.add(new Repetition(1, OptionalDouble.empty(), new Interval(0, 2, 0.95), false));
        assertThat(nothing.bias()).isEmpty();
        assertThat(nothing.coverage()).contains(new Figure(1, 0));
    }

    @Test
    void an_interval_without_a_standard_error_has_no_model_error() {
        var gathered = new OperatingCharacteristics(0);
        for (int i = 0; i < 10; i++) {
            gathered.add(new Repetition(i, OptionalDouble.empty(), new Interval(i - 1, i + 1, 0.95), i > 1));
        }
        assertThat(gathered.modelError()).isEmpty();
        assertThat(gathered.relativeError()).isEmpty();
        assertThat(gathered.bias().orElseThrow().value()).isCloseTo(4.5, within(1e-15));
    }

    @Test
    void repetitions_under_another_truth_are_refused() {
        var other = new OperatingCharacteristics(0.3);
        assertThatThrownBy(() -> of(repetitions()).merge(other)).hasMessageContaining("under 0.3");
    }

    @Test
    void a_figure_says_how_many_errors_off_it_is() {
        assertThat(new Figure(0.06, 0.005).errorsFrom(0.05)).hasValueCloseTo(2.0, within(1e-12));
        assertThat(new Figure(1, 0).errorsFrom(0.95)).isEmpty();
    }

    private record Truth(double first, double second) {}

    @ParameterizedTest
    @MethodSource("assurances")
    void assurance_is_the_power_expected_under_the_prior(Row row) {
        int size = row.count("size");
        var region = RejectionRegion.of(size, size, table -> NamedTest.PEARSON.rejects(table, 0.05));
        RandomStream stream = Seed.of(31).stream(RandomStream.key("prior"), 0, 0);
        List<Truth> prior =
                IntStream.range(0, 4_000).mapToObj(_ -> draw(stream)).toList();
        Figure assurance = Assurance.over(prior, truth -> region.power(truth.first(), truth.second()));
        assertThat(assurance.monteCarloError()).isBetween(0.001, 0.01);
        assertThat(assurance.value()).isCloseTo(row.number("assurance"), within(BOUND * assurance.monteCarloError()));
    }

    private static Truth draw(RandomStream stream) {
        double second = stream.beta(9, 16);
        return new Truth(StrictMath.clamp(second + stream.normal(0.157, 0.076), 0, 1), second);
    }

    @Test
    void one_draw_has_no_assurance() {
        assertThatThrownBy(() -> Assurance.over(List.of(1), _ -> 0.5)).hasMessageContaining("not 1");
    }
}

package org.equipoise.statistics.mean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.equipoise.statistics.summary.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdjustedDifferenceOfMeansTest {
    private static final List<Row> DATA = ReferenceTable.rows("adjusted-difference-of-means/data.csv");

    static List<Row> cases() {
        return ReferenceTable.rows("adjusted-difference-of-means/expected.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_contrast_is_that_of_the_reference(Row row) {
        List<Observation> observations = DATA.stream()
                .filter(unit -> unit.text("case").equals(row.text("case")))
                .map(unit -> new Observation(unit.count("group"), unit.count("stratum"), unit.number("value")))
                .toList();
        var question = new AdjustedDifferenceOfMeans(4, 4, row.count("reference"), observations);
        var contrast = question.contrasts(row.number("alpha")).get(row.count("group"));
        assertThat(contrast).isNotNull();
        Differences.assertSame(Differences.found(contrast), row, 1e-9, 0);
    }

    @Test
    void with_two_groups_and_one_stratum_it_is_the_pooled_t_test() {
        RandomStream stream = Seed.of(31).stream(0, 0, 0);
        for (int i = 0; i < 500; i++) {
            double[] first = draw(stream);
            double[] second = draw(stream);
            var observations = new ArrayList<Observation>();
            for (double value : first) {
                observations.add(new Observation(1, 0, value));
            }
            for (double value : second) {
                observations.add(new Observation(0, 0, value));
            }
            var adjusted = Differences.found(only(new AdjustedDifferenceOfMeans(2, 1, 0, observations), 1));
            var pooled = Differences.found(new DifferenceOfMeans(Sample.of(first), Sample.of(second)).pooled(0.05));
            assertThat(adjusted.estimate()).isCloseTo(pooled.estimate(), within(1e-12));
            assertThat(adjusted.standardError()).isCloseTo(pooled.standardError(), within(1e-12));
            assertThat(adjusted.degreesOfFreedom()).isEqualTo(pooled.degreesOfFreedom());
            assertThat(adjusted.p()).isCloseTo(pooled.p(), within(1e-11));
        }
    }

    @Test
    void a_level_that_nobody_has_changes_nothing() {
        List<Observation> observations = List.of(
                new Observation(0, 0, 1),
                new Observation(1, 0, 2),
                new Observation(0, 2, 4),
                new Observation(1, 2, 7),
                new Observation(1, 2, 6));
        assertThat(only(new AdjustedDifferenceOfMeans(2, 3, 0, observations), 1))
                .isEqualTo(only(new AdjustedDifferenceOfMeans(2, 5, 0, observations), 1));
    }

    @Test
    void groups_that_no_chain_of_strata_joins_are_not_comparable() {
        List<Observation> observations = List.of(
                new Observation(0, 0, 1),
                new Observation(0, 0, 2),
                new Observation(1, 0, 4),
                new Observation(2, 1, 7),
                new Observation(2, 1, 6),
                new Observation(3, 1, 5));
        var contrasts = new AdjustedDifferenceOfMeans(5, 2, 0, observations).contrasts(0.05);
        assertThat(contrasts).containsOnlyKeys(1, 2, 3, 4);
        assertReason(contrasts.get(2), Reason.NOT_COMPARABLE);
        assertReason(contrasts.get(3), Reason.NOT_COMPARABLE);
        assertReason(contrasts.get(4), Reason.EMPTY_GROUP);
        assertThat(contrasts.get(1)).isInstanceOf(Answer.Found.class);
    }

    @Test
    void a_chain_of_strata_joins_groups_that_never_meet() {
        List<Observation> observations = List.of(
                new Observation(0, 0, 1),
                new Observation(1, 0, 3),
                new Observation(1, 1, 10),
                new Observation(2, 1, 15),
                new Observation(0, 0, 2));
        assertThat(Differences.found(only(new AdjustedDifferenceOfMeans(3, 2, 0, observations), 2))
                        .estimate())
                .isCloseTo(6.5, within(1e-12));
    }

    @Test
    void data_that_cannot_answer_say_why() {
        assertReason(only(new AdjustedDifferenceOfMeans(2, 1, 0, List.of()), 1), Reason.EMPTY_GROUP);
        var two = List.of(new Observation(0, 0, 1), new Observation(1, 0, 2));
        assertReason(only(new AdjustedDifferenceOfMeans(2, 1, 0, two), 1), Reason.TOO_FEW_UNITS);
        var constant = List.of(
                new Observation(0, 0, 0.1),
                new Observation(0, 0, 0.1),
                new Observation(1, 0, 0.7),
                new Observation(1, 0, 0.7),
                new Observation(1, 0, 0.7));
        assertReason(only(new AdjustedDifferenceOfMeans(2, 1, 0, constant), 1), Reason.NO_VARIATION);
    }

    @Test
    void levels_outside_the_question_are_refused() {
        var units = List.of(new Observation(2, 0, 1));
        assertThatThrownBy(() -> new AdjustedDifferenceOfMeans(2, 1, 0, units)).hasMessageContaining("group 2");
        assertThatThrownBy(() -> new AdjustedDifferenceOfMeans(2, 1, 2, List.of()))
                .hasMessageContaining("not 2");
        assertThatThrownBy(() -> new Observation(0, 0, Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Observation(-1, 0, 1)).hasMessageContaining("from 0");
    }

    private static Answer<MeanDifference> only(AdjustedDifferenceOfMeans question, int group) {
        var contrast = question.contrasts(0.05).get(group);
        assertThat(contrast).isNotNull();
        return contrast;
    }

    private static double[] draw(RandomStream stream) {
        double[] values = new double[2 + stream.index(20)];
        for (int i = 0; i < values.length; i++) {
            values[i] = stream.normal(5, 2);
        }
        return values;
    }

    private static void assertReason(Answer<MeanDifference> answer, Reason expected) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotEstimable.class,
                        not -> assertThat(not.reason()).isEqualTo(expected));
    }
}

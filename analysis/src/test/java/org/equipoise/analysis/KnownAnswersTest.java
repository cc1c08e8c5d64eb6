package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole trials whose answers R knows: from events through data sets to estimate, interval and p.
class KnownAnswersTest {
    private static final List<String> SEVERE = List.of("severe=yes", "severe=no");
    private static final List<String> DIABETES = List.of("diabetes=yes", "diabetes=no");

    private static AnalysisResult.ByArm revealed(Study study, MadeTrial trial) {
        TreatmentView view = trial.revealed();
        return (AnalysisResult.ByArm)
                Analyst.answer(study, trial.datasets(view), view).getFirst();
    }

    private static Difference difference(Contrast contrast) {
        return switch (((Contrast.Compared) contrast).difference()) {
            case Answer.Found(Difference found) -> found;
            case Answer.NotEstimable(var _, var reason) -> throw new AssertionError(reason);
        };
    }

    /// The reference tables of one or two strata at 0.05, each as a whole trial.
    static Stream<Map<String, String>> tables() {
        List<Map<String, String>> cmh = Repository.reference("cochran-mantel-haenszel/expected.csv");
        return Repository.reference("stratified-miettinen-nurminen/expected.csv").stream()
                .filter(row -> row.get("alpha").equals("0.05"))
                .filter(row -> row.get("strata").split(";").length <= 2)
                .filter(row -> row.get("strata").length() < 30)
                .flatMap(row -> cmh.stream()
                        .filter(test -> test.get("case").equals(row.get("case")))
                        .peek(test -> row.put("p", test.get("p")))
                        .map(test -> row));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_trial_with_known_counts_gives_the_known_difference_interval_and_p(Map<String, String> expected) {
        MadeTrial trial = new MadeTrial(Repository.MADE);
        String[] strata = expected.get("strata").split("; ");
        for (int stratum = 0; stratum < strata.length; stratum++) {
            String[] counts = strata[stratum].split(" v |/");
            String name = SEVERE.get(stratum);
            trial.responses(name, "placebo", Integer.parseInt(counts[2]), Integer.parseInt(counts[3]));
            trial.responses(name, "active", Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
        }
        Difference difference =
                difference(revealed(Repository.MADE, trial).contrasts().getFirst());
        assertThat(difference.estimate()).isEqualTo(number(expected, "estimate"), within(1e-9));
        assertThat(difference.interval().lower()).isEqualTo(number(expected, "lower"), within(1e-9));
        assertThat(difference.interval().upper()).isEqualTo(number(expected, "upper"), within(1e-9));
        assertThat(difference.p()).isEqualTo(number(expected, "p"), within(1e-9));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void enough_reference_tables_are_tried() {
        assertThat(tables().count()).isGreaterThan(20);
    }

    /// The reference data sets with two or three groups in one or two strata; the reference group takes placebo.
    static Stream<String> samples() {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        Map<String, TreeSet<String>> strata = new TreeMap<>();
        for (Map<String, String> row : Repository.reference("adjusted-difference-of-means/data.csv")) {
            groups.computeIfAbsent(row.get("case"), key -> new TreeSet<>()).add(row.get("group"));
            strata.computeIfAbsent(row.get("case"), key -> new TreeSet<>()).add(row.get("stratum"));
        }
        return groups.keySet().stream()
                .filter(id -> groups.get(id).size() <= 3 && strata.get(id).size() <= 2)
                .filter(id -> Repository.reference("adjusted-difference-of-means/expected.csv").stream()
                        .anyMatch(row ->
                                row.get("case").equals(id) && row.get("alpha").equals("0.05")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_trial_with_known_changes_gives_the_known_adjusted_differences(String sample) {
        List<Map<String, String>> expected = Repository.reference("adjusted-difference-of-means/expected.csv").stream()
                .filter(row -> row.get("case").equals(sample))
                .toList();
        List<String> arms = new ArrayList<>(List.of("", "", ""));
        List<String> active = new ArrayList<>(List.of("high", "low"));
        int reference = Integer.parseInt(expected.getFirst().get("reference"));
        for (int group = 0; group < arms.size(); group++) {
            arms.set(group, group == reference ? "placebo" : active.isEmpty() ? "" : active.removeFirst());
        }
        MadeTrial trial = new MadeTrial(Repository.PRESSURE);
        for (Map<String, String> row : Repository.reference("adjusted-difference-of-means/data.csv")) {
            if (row.get("case").equals(sample)) {
                String stratum = DIABETES.get(Integer.parseInt(row.get("stratum")));
                trial.change(stratum, arms.get(Integer.parseInt(row.get("group"))), row.get("value"));
            }
        }
        trial.randomized("diabetes=yes", "high");
        AnalysisResult.ByArm result = revealed(Repository.PRESSURE, trial);
        assertThat(result.arms().getFirst().missing()).isEqualTo(1);
        for (Map<String, String> row : expected) {
            String arm = arms.get(Integer.parseInt(row.get("group")));
            Difference difference = result.contrasts().stream()
                    .filter(contrast -> contrast.arm().id().equals(arm))
                    .map(KnownAnswersTest::difference)
                    .findFirst()
                    .orElseThrow();
            double close = 1e-9 * Math.max(1, Math.abs(number(row, "estimate")));
            assertThat(difference.estimate()).isEqualTo(number(row, "estimate"), within(close));
            assertThat(difference.interval().lower()).isEqualTo(number(row, "lower"), within(close));
            assertThat(difference.interval().upper()).isEqualTo(number(row, "upper"), within(close));
            assertThat(difference.p()).isEqualTo(number(row, "p"), within(1e-9));
        }
    }
}

package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.analysis.Analyst;
import org.equipoise.app.staging.Stage;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.kernel.Followed;
import org.equipoise.rehearsal.kernel.KernelTrial;
import org.equipoise.rehearsal.trial.TrialFigures;
import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The kernel has no journal and no conduct, and derives endpoints in its own way. What it says must be what the whole
/// trial says: of every participant at every visit, and of every primary comparison.
class RunnersTest {
    private static final int TRIALS = 2;
    private static final double ROUNDING = 1e-9;

    static Stream<Arguments> scenarios() {
        return Stream.of("il2-lupus", "pressure-dose")
                .flatMap(study ->
                        TestStudies.scenarios(study).keySet().stream().map(scenario -> Arguments.of(study, scenario)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("scenarios")
    void both_runners_see_the_same_responses_and_decide_the_same(String name, String scenario) {
        TestStudies.Rehearsable rehearsable = TestStudies.rehearsable(name, scenario);
        for (long trial = 1; trial <= TRIALS; trial++) {
            Stage stage = new Stage(rehearsable.study(), rehearsable.plan(), Seed.of(7), trial);
            Stage.Set set = stage.ordinary((_, _, _) -> {});
            set.trial().conduct();
            set.trial().reveal();
            TreatmentView view = TreatmentView.of(set.journal().events());
            Datasets datasets = Datasets.of(stage.study(), set.journal().events(), view);
            KernelTrial kernel = stage.kernel();

            assertThat(answers(stage.study(), kernel.run())).isEqualTo(answers(stage.study(), datasets));
            assertSame(
                    kernel.figures(stage.secrets().arms().arms()),
                    TrialFigures.of(
                            Analyst.answer(stage.study(), stage.study().plan().primary(), datasets, view)));
        }
    }

    /// `participant endpoint visit` → the word or the number.
    private static Map<String, String> answers(Study study, List<Followed> participants) {
        Map<String, String> answers = new TreeMap<>();
        for (Followed participant : participants) {
            for (Endpoint endpoint : study.endpoints()) {
                for (String at : endpoint.at()) {
                    answers.put(
                            participant.id() + " " + endpoint.id() + " " + at,
                            endpoint.isResponse()
                                    ? participant.response(endpoint, at)
                                    : participant
                                            .number(endpoint, at)
                                            .map(BigDecimal::toPlainString)
                                            .orElse("none"));
                }
            }
        }
        return answers;
    }

    private static Map<String, String> answers(Study study, Datasets datasets) {
        Map<String, String> answers = new TreeMap<>();
        for (Endpoint endpoint : study.endpoints()) {
            String column = switch (endpoint) {
                case Endpoint.Response _, Endpoint.State _ -> "response";
                case Endpoint.Change _ -> "change";
                case Endpoint.Level _ -> "value";
            };
            Dataset rows = datasets.endpoints(endpoint, endpoint.at());
            rows.rows()
                    .forEach(row -> answers.put(
                            rows.value(row, "participant").orElseThrow() + " " + endpoint.id() + " "
                                    + rows.value(row, "encounter").orElseThrow(),
                            rows.value(row, column).orElse("none")));
        }
        return answers;
    }

    private static void assertSame(TrialFigures kernel, TrialFigures full) {
        assertThat(kernel.contrasts()).hasSameSizeAs(full.contrasts());
        assertThat(kernel.contrasts())
                .map(ContrastFigure::rejects)
                .isEqualTo(
                        full.contrasts().stream().map(ContrastFigure::rejects).toList());
        for (int i = 0; i < kernel.contrasts().size(); i++) {
            Answer<? extends Difference> here = kernel.contrasts().get(i).difference();
            Answer<? extends Difference> there = full.contrasts().get(i).difference();
            if (here instanceof Answer.Found<? extends Difference>(var one)
                    && there instanceof Answer.Found<? extends Difference>(var other)) {
                assertThat(one.estimate()).isCloseTo(other.estimate(), within(ROUNDING));
                assertThat(one.p()).isCloseTo(other.p(), within(ROUNDING));
            } else {
                assertThat(here).isEqualTo(there);
            }
        }
        assertThat(kernel.arms())
                .map(TrialFigures.ArmFigure::n)
                .isEqualTo(full.arms().stream().map(TrialFigures.ArmFigure::n).toList());
    }
}

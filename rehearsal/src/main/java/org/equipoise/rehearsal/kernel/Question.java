package org.equipoise.rehearsal.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.trial.TrialFigures.ArmFigure;
import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.mean.AdjustedDifferenceOfMeans;
import org.equipoise.statistics.mean.Observation;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;

/// One primary analysis at one of its visits, asked of the participants of a trial.
final class Question {
    private final Places places;
    private final Analysis analysis;
    private final String at;
    private final List<Arm> arms;
    private final List<String> strata;
    private final double alpha;

    Question(Places places, Analysis analysis, String at) {
        this.places = places;
        this.analysis = analysis;
        this.at = at;
        this.arms = places.study().design().arms();
        this.strata = places.study().design().randomization().strata();
        this.alpha = BigDecimal.ONE.subtract(analysis.confidence()).doubleValue();
    }

    /// Whether the kernel knows the method.
    static boolean isAnswered(Analysis analysis) {
        return analysis.method() == Analysis.Method.MANTEL_HAENSZEL_RISK_DIFFERENCE
                || analysis.method() == Analysis.Method.STRATIFIED_MEAN_DIFFERENCE;
    }

    void ask(
            List<Followed> participants,
            Map<ArmCode, String> revealed,
            List<ArmFigure> armFigures,
            List<ContrastFigure> contrasts) {
        if (analysis.endpoint().isResponse()) {
            new OfResponses(participants, revealed).ask(armFigures, contrasts);
        } else {
            new OfNumbers(participants, revealed).ask(armFigures, contrasts);
        }
    }

    private String endpoint() {
        return analysis.endpoint().id();
    }

    private int reference() {
        return arms.stream().map(Arm::id).toList().indexOf(analysis.reference());
    }

    private int arm(Followed participant, Map<ArmCode, String> revealed) {
        String id = Objects.requireNonNull(revealed.get(participant.code()));
        return arms.stream().map(Arm::id).toList().indexOf(id);
    }

    private void compare(Function<Integer, Answer<? extends Difference>> difference, List<ContrastFigure> contrasts) {
        IntStream.range(0, arms.size())
                .filter(arm -> arm != reference())
                .forEach(arm -> contrasts.add(new ContrastFigure(
                        analysis.id(),
                        endpoint(),
                        at,
                        arms.get(arm).id(),
                        analysis.reference(),
                        alpha,
                        difference.apply(arm))));
    }

    private boolean isInSet(Followed participant) {
        AnalysisSet set = analysis.set();
        Intercurrent intercurrent = new Intercurrent(places, participant);
        boolean treated = set.who() != AnalysisSet.Who.TREATED || participant.doses() > 0;
        boolean adheres = set.minimumAdherence().stream()
                .allMatch(least -> intercurrent.adherence().compareTo(least) >= 0);
        return treated && adheres && set.excluded().stream().noneMatch(event -> happened(event, intercurrent));
    }

    private boolean happened(String event, Intercurrent intercurrent) {
        return places.study().plan().estimands().stream()
                .map(Estimand::intercurrentEvents)
                .flatMap(List::stream)
                .filter(known -> known.id().equals(event))
                .findFirst()
                .filter(intercurrent::happened)
                .isPresent();
    }

    /// Responders and participants by arm and stratum.
    private final class OfResponses {
        private final int[][][] counts = new int[arms.size()][strata.size()][2];

        OfResponses(List<Followed> participants, Map<ArmCode, String> revealed) {
            for (Followed participant : participants) {
                if (isInSet(participant)) {
                    count(counts[arm(participant, revealed)][strata.indexOf(participant.stratum())], participant);
                }
            }
        }

        private void count(int[] cell, Followed participant) {
            String word = new Variable(places).response(analysis.endpoint(), at, participant.chart());
            if (word.equals("not-in-question")) {
                return;
            }
            boolean struck =
                    new Intercurrent(places, participant).makesNonResponder(analysis.estimand(), places.encounter(at));
            boolean missing = word.equals("not-evaluable") && !struck;
            if (missing && analysis.missing() == Analysis.Missing.LEFT_OUT) {
                return;
            }
            boolean responds =
                    missing ? analysis.missing() == Analysis.Missing.RESPONSE : word.equals("responder") && !struck;
            cell[0] += responds ? 1 : 0;
            cell[1]++;
        }

        void ask(List<ArmFigure> figures, List<ContrastFigure> contrasts) {
            for (int arm = 0; arm < arms.size(); arm++) {
                int[][] cells = counts[arm];
                int responders =
                        IntStream.range(0, cells.length).map(s -> cells[s][0]).sum();
                int n = IntStream.range(0, cells.length).map(s -> cells[s][1]).sum();
                figures.add(new ArmFigure(
                        analysis.id(), endpoint(), at, arms.get(arm).id(), n, responders));
            }
            compare(arm -> table(arm, reference()).riskDifference(alpha), contrasts);
        }

        private StratifiedTwoByTwo table(int arm, int reference) {
            List<TwoByTwo> tables = new ArrayList<>();
            for (int stratum = 0; stratum < strata.size(); stratum++) {
                int[] here = counts[arm][stratum];
                int[] there = counts[reference][stratum];
                tables.add(new TwoByTwo(here[0], here[1], there[0], there[1]));
            }
            return new StratifiedTwoByTwo(tables);
        }
    }

    /// The numbers of those who have one.
    private final class OfNumbers {
        private final List<Observation> observations = new ArrayList<>();
        private final double[] sums = new double[arms.size()];
        private final int[] sizes = new int[arms.size()];

        OfNumbers(List<Followed> participants, Map<ArmCode, String> revealed) {
            for (int arm = 0; arm < arms.size(); arm++) {
                for (Followed participant : participants) {
                    if (arm(participant, revealed) == arm && isInSet(participant)) {
                        enter(arm, participant);
                    }
                }
            }
        }

        private void enter(int arm, Followed participant) {
            new Variable(places)
                    .number(analysis.endpoint(), at, participant.chart())
                    .ifPresent(value -> {
                        observations.add(
                                new Observation(arm, strata.indexOf(participant.stratum()), value.doubleValue()));
                        sums[arm] += value.doubleValue();
                        sizes[arm]++;
                    });
        }

        void ask(List<ArmFigure> figures, List<ContrastFigure> contrasts) {
            for (int arm = 0; arm < arms.size(); arm++) {
                figures.add(new ArmFigure(
                        analysis.id(), endpoint(), at, arms.get(arm).id(), sizes[arm], sums[arm]));
            }
            var differences = new AdjustedDifferenceOfMeans(arms.size(), strata.size(), reference(), observations)
                    .contrasts(alpha);
            compare(arm -> Objects.requireNonNull(differences.get(arm)), contrasts);
        }
    }
}

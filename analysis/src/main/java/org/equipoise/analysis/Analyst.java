package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.answer.MeanDifference;

/// Carries out the analysis plan: one result for each analysis, in the order of the plan.
public final class Analyst {
    private final Dataset endpoints;
    private final Strata strata;
    private final List<Arm> arms;
    private final Group everyone;
    private final TreatmentView view;

    private Analyst(Study study, Datasets datasets, TreatmentView view) {
        Dataset participants = datasets.participants();
        this.endpoints = datasets.endpoints();
        this.strata = Strata.of(study.design().randomization().strata(), participants);
        this.arms = study.design().arms();
        this.everyone = Group.everyone(participants);
        this.view = view;
    }

    public static List<AnalysisResult> answer(Study study, Datasets datasets, TreatmentView view) {
        Analyst analyst = new Analyst(study, datasets, view);
        return study.analyses().stream().map(analyst::answer).toList();
    }

    private AnalysisResult answer(Analysis analysis) {
        return switch (analysis.method()) {
            case MANTEL_HAENSZEL_RISK_DIFFERENCE -> responses(analysis);
            case STRATIFIED_MEAN_DIFFERENCE -> changes(analysis);
        };
    }

    private AnalysisResult responses(Analysis analysis) {
        RiskDifferences responses =
                new RiskDifferences(Variable.of(endpoints, analysis.endpoint().id(), "response", strata));
        if (view instanceof TreatmentView.Blinded) {
            return new AnalysisResult.Pooled(analysis, responses.summary(everyone));
        }
        List<Group> groups = Group.of(arms, everyone, view);
        Group reference = groups.get(place(analysis.reference()));
        return new AnalysisResult.ByArm(
                analysis,
                groups.stream().map(responses::summary).toList(),
                contrasts(analysis, arm -> responses.difference(groups.get(arm), reference, alpha(analysis))));
    }

    private AnalysisResult changes(Analysis analysis) {
        MeanDifferences changes =
                new MeanDifferences(Variable.of(endpoints, analysis.endpoint().id(), "change", strata));
        if (view instanceof TreatmentView.Blinded) {
            return new AnalysisResult.Pooled(analysis, changes.summary(everyone));
        }
        List<Group> groups = Group.of(arms, everyone, view);
        Map<Integer, Answer<MeanDifference>> differences =
                changes.differences(groups, place(analysis.reference()), alpha(analysis));
        return new AnalysisResult.ByArm(
                analysis,
                groups.stream().map(changes::summary).toList(),
                contrasts(analysis, arm -> Objects.requireNonNull(differences.get(arm))));
    }

    private List<Contrast> contrasts(Analysis analysis, IntFunction<Answer<? extends Difference>> difference) {
        int reference = place(analysis.reference());
        List<Contrast> contrasts = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            if (arm != reference) {
                contrasts.add(new Contrast(arms.get(arm), arms.get(reference), difference.apply(arm)));
            }
        }
        return contrasts;
    }

    private int place(String arm) {
        return arms.stream().map(Arm::id).toList().indexOf(arm);
    }

    /// In decimal: 1 - 0.95 is not 0.05 in binary.
    private static double alpha(Analysis analysis) {
        return BigDecimal.ONE.subtract(analysis.confidence()).doubleValue();
    }
}

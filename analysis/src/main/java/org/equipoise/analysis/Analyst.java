package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;

/// Carries out the analysis plan: one result for each analysis and visit, in the order of the plan.
public final class Analyst {
    private final Datasets datasets;
    private final Strata strata;
    private final List<Arm> arms;
    private final Randomization randomization;
    private final List<String> encounters;
    private final Group everyone;
    private final TreatmentView view;

    /// What several analyses ask of the record is derived once.
    private final Map<String, Map<String, Variable>> variables = new ConcurrentHashMap<>();

    private final Map<String, Dataset> composites = new ConcurrentHashMap<>();

    private Analyst(Study study, Datasets datasets, TreatmentView view) {
        Dataset participants = datasets.participants();
        this.datasets = datasets;
        this.strata = Strata.of(study.design().randomization().strata(), participants);
        this.arms = study.design().arms();
        this.randomization = study.design().randomization();
        this.encounters =
                study.design().encounters().stream().map(Encounter::id).toList();
        this.everyone = Group.everyone(participants);
        this.view = view;
    }

    /// The whole plan.
    public static List<AnalysisResult> answer(Study study, Datasets datasets, TreatmentView view) {
        return answer(study, study.analyses(), datasets, view);
    }

    /// Some analyses: a sweep over many trials asks for the primary ones only, and nothing else is derived. None
    /// knows of another, so they are answered side by side.
    public static List<AnalysisResult> answer(
            Study study, List<Analysis> analyses, Datasets datasets, TreatmentView view) {
        Analyst analyst = new Analyst(study, datasets, view);
        return analyses.parallelStream()
                .map(analyst::answer)
                .flatMap(List::stream)
                .toList();
    }

    private List<AnalysisResult> answer(Analysis analysis) {
        Group set = members(analysis.set());
        List<AnalysisResult> results = new ArrayList<>();
        for (String at : analysis.at()) {
            Variable variable = variable(analysis.endpoint(), at);
            results.add(
                    analysis.endpoint().isResponse()
                            ? responses(analysis, at, variable, set)
                            : numbers(analysis, at, new Numbers(variable, strata), set));
        }
        return results;
    }

    private Variable variable(Endpoint endpoint, String at) {
        return variables
                .computeIfAbsent(endpoint.id(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(at, _ -> Variable.of(datasets.endpoints(endpoint, List.of(at)), endpoint, at));
    }

    /// Who of everyone randomised is in a set.
    private Group members(AnalysisSet set) {
        if (set.isEveryone()) {
            return everyone;
        }
        Dataset sets = datasets.analysisSets(List.of(set));
        Set<String> members = sets.rows().stream()
                .filter(row -> sets.value(row, "member").orElseThrow().equals("yes"))
                .map(row -> sets.value(row, "participant").orElseThrow())
                .collect(Collectors.toSet());
        return new Group(
                everyone.arm(),
                everyone.participants().stream()
                        .filter(participant -> members.contains(participant.text()))
                        .toList());
    }

    private AnalysisResult responses(Analysis analysis, String at, Variable variable, Group set) {
        Responses responses = Responses.of(analysis, strata, variable, set.participants(), composite(analysis, at));
        if (view instanceof TreatmentView.Blinded) {
            return new AnalysisResult.Pooled(analysis, at, responses.summary(set));
        }
        List<Group> groups = Group.of(arms, set, view);
        Group reference = groups.get(place(analysis.reference()));
        return new AnalysisResult.ByArm(
                analysis,
                at,
                groups.stream().map(responses::summary).toList(),
                contrasts(
                        analysis,
                        arm -> new Comparison(analysis, at, responses, arms, randomization, order(analysis))
                                .contrast(groups.get(arm), reference)));
    }

    /// Everyone randomised in the order of randomisation, with the arm revealed; asked for only by who draws again.
    private List<Comparison.Enrolled> order(Analysis analysis) {
        if (analysis.method() != Analysis.Method.RE_RANDOMIZATION) {
            return List.of();
        }
        if (!(view instanceof TreatmentView.Revealed revealed)) {
            throw new IllegalStateException("the order of arms is not known before the reveal");
        }
        Dataset participants = datasets.participants();
        SortedMap<Integer, Comparison.Enrolled> order = new TreeMap<>();
        for (Row row : participants.rows()) {
            participants.value(row, "number").map(Integer::valueOf).ifPresent(number -> {
                ParticipantId id =
                        new ParticipantId(participants.value(row, "participant").orElseThrow());
                order.put(
                        number,
                        new Comparison.Enrolled(
                                id, strata.of(id), place(revealed.arms().getOrDefault(id, ""))));
            });
        }
        return List.copyOf(order.values());
    }

    /// Whom an intercurrent event with the composite strategy makes a non-responder at the visit.
    private Set<ParticipantId> composite(Analysis analysis, String at) {
        Set<ParticipantId> struck = new HashSet<>();
        if (analysis.estimand().composites().intercurrentEvents().isEmpty()) {
            return struck;
        }
        Dataset events = composites.computeIfAbsent(
                analysis.estimand().id(),
                _ -> datasets.intercurrentEvents(analysis.estimand().composites()));
        int visit = encounters.indexOf(at);
        for (Row row : events.rows()) {
            events.value(row, "from")
                    .filter(from -> encounters.indexOf(from) <= visit)
                    .ifPresent(from -> struck.add(
                            new ParticipantId(events.value(row, "participant").orElseThrow())));
        }
        return struck;
    }

    private AnalysisResult numbers(Analysis analysis, String at, Numbers numbers, Group set) {
        if (view instanceof TreatmentView.Blinded) {
            return new AnalysisResult.Pooled(analysis, at, numbers.summary(set));
        }
        List<Group> groups = Group.of(arms, set, view);
        List<GroupSummary> summaries = groups.stream().map(numbers::summary).toList();
        if (analysis.method() == Analysis.Method.DESCRIPTION) {
            return new AnalysisResult.ByArm(analysis, at, summaries, List.of());
        }
        int reference = place(analysis.reference());
        Map<Integer, Answer<MeanDifference>> differences = numbers.differences(groups, reference, alpha(analysis));
        return new AnalysisResult.ByArm(
                analysis,
                at,
                summaries,
                contrasts(
                        analysis,
                        arm -> new Contrast.Compared(
                                arms.get(arm), arms.get(reference), Objects.requireNonNull(differences.get(arm)))));
    }

    private List<Contrast> contrasts(Analysis analysis, IntFunction<Contrast> compared) {
        int reference = place(analysis.reference());
        List<Contrast> contrasts = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            if (arm != reference) {
                contrasts.add(compared.apply(arm));
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

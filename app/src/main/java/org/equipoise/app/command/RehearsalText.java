package org.equipoise.app.command;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Contrast;
import org.equipoise.analysis.Flow;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;

/// The results of a rehearsal in words and columns, for a terminal.
final class RehearsalText {
    private static final double SMALLEST_P = 0.0001;
    private static final String SIMULATED = "Simulated from assumptions: nothing here is evidence about a treatment.";

    private final Rehearsed rehearsed;
    private final Study study;
    private final Map<String, String> armLabels;
    private final List<String> lines = new ArrayList<>();

    private RehearsalText(Rehearsed rehearsed) {
        this.rehearsed = rehearsed;
        this.study = rehearsed.stage().study();
        this.armLabels = study.design().arms().stream()
                .collect(Collectors.toMap(Arm::id, arm -> arm.label().english()));
    }

    static String of(Rehearsed rehearsed) {
        RehearsalText text = new RehearsalText(rehearsed);
        text.head();
        text.participants();
        rehearsed.account().results().forEach(text::result);
        rehearsed.characteristics().ifPresent(text::characteristics);
        text.line(
                "%nJournal: %,d events, root %s",
                rehearsed.journal().size(), rehearsed.journal().root().hex());
        return String.join(System.lineSeparator(), text.lines);
    }

    /// Of many trials without a record, only what the design does.
    static String of(Study study, RehearsalPlan plan, String seed, Characteristics characteristics) {
        Map<String, String> labels = study.design().arms().stream()
                .collect(Collectors.toMap(Arm::id, arm -> arm.label().english()));
        List<String> lines = new ArrayList<>(List.of(
                study.title().english() + " (" + study.id() + ")",
                SIMULATED,
                "Scenario " + plan.scenario() + ": " + plan.says(),
                "Seed " + seed));
        lines.addAll(CharacteristicsText.lines(characteristics, arm -> labels.getOrDefault(arm, arm)));
        return String.join(System.lineSeparator(), lines);
    }

    @FormatMethod
    private void line(@FormatString String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private void head() {
        line("%s (%s)", study.title().english(), study.id());
        lines.add(SIMULATED);
        RehearsalPlan plan = rehearsed.stage().plan();
        line("Scenario %s: %s", plan.scenario(), plan.says());
        line(
                "Seed %s, trial %d of %d, runner full",
                rehearsed.seed(), rehearsed.stage().trial(), rehearsed.trials());
    }

    private void participants() {
        Flow flow = rehearsed.account().flow();
        int completed = flow.groups().stream()
                .mapToInt(group -> group.completed().size())
                .sum();
        int discontinued = flow.groups().stream()
                .mapToInt(
                        group -> group.discontinued().size() + group.withdrawn().size())
                .sum();
        line(
                "%nParticipants: %d gave consent, %d failed screening, %d randomised, %d completed, %d discontinued",
                flow.consented().size(),
                flow.screeningFailed().size(),
                flow.randomized().size(),
                completed,
                discontinued);
    }

    private void result(AnalysisResult result) {
        line("%n%s, %s", result.analysis().endpoint().label().english(), result.at());
        if (result instanceof AnalysisResult.ByArm(var _, var _, var arms, var contrasts)) {
            arms.forEach(this::arm);
            contrasts.forEach(contrast -> contrast(contrast, result));
        }
    }

    private void arm(GroupSummary summary) {
        String label = summary.group().arm().map(arm -> arm.label().english()).orElse("everyone");
        String estimate = summary.estimate().isEmpty()
                ? "not estimable"
                : switch (summary) {
                    case GroupSummary.Responses responses ->
                        String.format(
                                Locale.ROOT,
                                "%3d/%-3d %5.1f %%",
                                responses.responders(),
                                responses.n(),
                                100 * summary.estimate().orElseThrow());
                    case GroupSummary.Numbers numbers ->
                        String.format(
                                Locale.ROOT,
                                "n %3d   %7.2f (SD %.2f)",
                                numbers.n(),
                                summary.estimate().orElseThrow(),
                                numbers.sample().standardDeviation().orElse(0));
                };
        String missing = summary.missing() == 0 ? "" : "   missing " + summary.missing();
        line("  %-28s %s%s", label, estimate, missing);
    }

    /// No p is nought.
    private static String p(double p) {
        return p < SMALLEST_P ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", p);
    }

    private void contrast(Contrast contrast, AnalysisResult result) {
        String name = contrast.arm().label().english() + " − "
                + contrast.reference().label().english();
        double factor = result.analysis().endpoint().isResponse() ? 100 : 1;
        String unit = factor == 100 ? " %" : "";
        if (!(contrast instanceof Contrast.Compared compared)) {
            return;
        }
        switch (compared.difference()) {
            case Answer.Found<? extends Difference>(var found) ->
                line(
                        "  %-28s %.1f%s (%s %% interval %.1f to %.1f), p %s   %s",
                        name,
                        factor * found.estimate(),
                        unit,
                        result.analysis()
                                .confidence()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        factor * found.interval().lower(),
                        factor * found.interval().upper(),
                        p(found.p()),
                        found.method());
            case Answer.NotEstimable<? extends Difference>(var method, var reason) ->
                line("  %-28s not estimable: %s (%s)", name, reason.words(), method);
        }
    }

    private void characteristics(Characteristics characteristics) {
        lines.addAll(CharacteristicsText.lines(characteristics, this::label));
    }

    private String label(String arm) {
        return armLabels.getOrDefault(arm, arm);
    }
}

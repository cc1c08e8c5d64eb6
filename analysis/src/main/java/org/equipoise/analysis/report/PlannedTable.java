package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Contrast;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.analysis.report.Page.Line;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;

/// Sets one planned table: a line for each group with its estimate, and beside every arm but the reference its
/// contrast.
final class PlannedTable {
    private final Table table;
    private final AnalysisResult result;
    private final Analysis analysis;

    private PlannedTable(Table table, AnalysisResult result) {
        this.table = table;
        this.result = result;
        this.analysis = result.analysis();
    }

    static Page.Answered of(Table table, AnalysisResult result) {
        PlannedTable planned = new PlannedTable(table, result);
        return new Page.Answered(planned.grid(), estimand(result.analysis()));
    }

    private Grid grid() {
        List<Head> heads = new ArrayList<>(estimateHeads());
        List<List<String>> rows = new ArrayList<>();
        switch (result) {
            case AnalysisResult.Pooled(var _, var everyone) -> rows.add(estimate(everyone));
            case AnalysisResult.ByArm(var _, var arms, var contrasts) -> {
                heads.addAll(contrastHeads());
                for (GroupSummary summary : arms) {
                    Stream<String> contrast = contrasts.stream()
                            .filter(each -> summary.group().arm().equals(Optional.of(each.arm())))
                            .findFirst()
                            .map(each -> contrast(each, decimals(arms)))
                            .orElse(List.of("reference", "", ""))
                            .stream();
                    rows.add(Stream.concat(estimate(summary).stream(), contrast).toList());
                }
            }
        }
        return new Grid(table.id() + ". " + table.title().english(), heads, rows, notes());
    }

    private List<Head> estimateHeads() {
        return switch (analysis.endpoint()) {
            case Endpoint.Response _ ->
                List.of(
                        new Head("Group", false),
                        new Head("n", true),
                        new Head("Responders", true),
                        new Head("Not evaluable", true));
            case Endpoint.Change change ->
                List.of(
                        new Head("Group", false),
                        new Head("n", true),
                        new Head("Missing", true),
                        new Head("Mean change, " + change.unit(), true),
                        new Head("SD", true));
        };
    }

    private List<Head> contrastHeads() {
        String difference = switch (analysis.endpoint()) {
            case Endpoint.Response _ -> "Difference, percentage points";
            case Endpoint.Change change -> "Difference, " + change.unit();
        };
        return List.of(
                new Head(difference, true),
                new Head(Print.confidence(analysis.confidence()) + " CI", true),
                new Head("p", true));
    }

    private static List<String> estimate(GroupSummary summary) {
        String name = GroupName.of(summary.group());
        return switch (summary) {
            case GroupSummary.Responses(var _, var responders, var missing) ->
                List.of(name, Print.count(summary.n()), Print.share(responders, summary.n()), Print.count(missing));
            case GroupSummary.Changes(var _, var n, var mean, var deviation, var decimals) ->
                List.of(
                        name,
                        Print.count(n),
                        Print.count(summary.missing()),
                        Print.decimal(mean, decimals + 1),
                        Print.decimal(deviation, decimals + 2));
        };
    }

    private List<String> contrast(Contrast contrast, int decimals) {
        return switch (contrast.difference()) {
            case Answer.NotEstimable<?> _ -> List.of("not estimable", "", "");
            case Answer.Found(Difference found) ->
                switch (analysis.endpoint()) {
                    case Endpoint.Response _ ->
                        List.of(
                                Print.points(found.estimate()),
                                Print.pointsInterval(found.interval()),
                                Print.p(found.p()));
                    case Endpoint.Change _ ->
                        List.of(
                                Print.decimal(found.estimate(), decimals),
                                Print.interval(found.interval(), decimals),
                                Print.p(found.p()));
                };
        };
    }

    /// One decimal more than any value was recorded with.
    private static int decimals(List<GroupSummary> arms) {
        return 1
                + arms.stream()
                        .mapToInt(each -> each instanceof GroupSummary.Changes changes ? changes.decimals() : 0)
                        .max()
                        .orElse(0);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                switch (analysis.method()) {
                    case MANTEL_HAENSZEL_RISK_DIFFERENCE ->
                        "n: all randomised participants. Who could not be evaluated counts as a non-responder.";
                    case STRATIFIED_MEAN_DIFFERENCE ->
                        "n: randomised participants whose change is known. The others are left out.";
                });
        if (result instanceof AnalysisResult.ByArm(var _, var _, var contrasts)) {
            contrasts.stream().map(PlannedTable::method).distinct().forEach(notes::add);
            contrasts.forEach(contrast -> whyNot(contrast).ifPresent(notes::add));
        } else {
            notes.add("Treatments are blinded, so the groups are not compared.");
        }
        return notes;
    }

    private static String method(Contrast contrast) {
        String method = switch (contrast.difference()) {
            case Answer.Found(Difference found) -> found.method();
            case Answer.NotEstimable(var name, var _) -> name;
        };
        return "Method: " + method + "; strata as randomised; difference from "
                + contrast.reference().label().english() + ".";
    }

    private static Optional<String> whyNot(Contrast contrast) {
        Arm arm = contrast.arm();
        return contrast.difference() instanceof Answer.NotEstimable(var _, var reason)
                ? Optional.of(arm.label().english() + ": not estimable, " + reason.words() + ".")
                : Optional.empty();
    }

    /// The five attributes of ICH E9(R1).
    private static List<Line> estimand(Analysis analysis) {
        Estimand estimand = analysis.estimand();
        return List.of(
                new Line("Population", estimand.population()),
                new Line("Treatments", estimand.treatments()),
                new Line("Variable", analysis.endpoint().label().english()),
                new Line(
                        "Intercurrent events",
                        estimand.intercurrentEvents().stream()
                                .map(each -> each.event() + ": " + each.strategy())
                                .collect(Collectors.joining("; "))),
                new Line("Summary", estimand.summary()));
    }
}

package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Contrast;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.MonteCarloP;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.PooledDifference;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.missing.TippingGrid;

/// Sets a planned table of answers. One answer takes a line for each group; several take a line each, the groups side
/// by side, so that visits and analyses can be read down a column. More than two arms always take a line each.
/// One file because every kind of table shares the same lines, heads and rows to rest on.
final class PlannedTable {
    private static final int CONTRAST_COLUMNS = 3;

    private final Table table;
    private final List<AnalysisResult> results;
    private final boolean severalAnalyses;
    private final boolean severalVisits;

    private PlannedTable(Table table, List<AnalysisResult> results) {
        this.table = table;
        this.results = results;
        this.severalAnalyses =
                results.stream().map(AnalysisResult::analysis).distinct().count() > 1;
        this.severalVisits = results.stream().map(AnalysisResult::at).distinct().count() > 1;
    }

    static Grid of(Table table, List<AnalysisResult> results) {
        return new PlannedTable(table, results).grid();
    }

    /// What a summary rests on.
    static Rows rows(AnalysisResult result, GroupSummary summary) {
        return rows(result, summary.group().participants());
    }

    private static Rows rows(AnalysisResult result, List<ParticipantId> participants) {
        return Rows.of(
                "endpoints",
                participants,
                "endpoint",
                result.analysis().endpoint().id(),
                "encounter",
                result.at());
    }

    static Rows rows(AnalysisResult result) {
        return rows(
                result,
                result.groups().stream()
                        .map(GroupSummary::group)
                        .map(Group::participants)
                        .flatMap(List::stream)
                        .toList());
    }

    private Grid grid() {
        boolean sideBySide = results.size() > 1 && results.getFirst().groups().size() <= 2;
        List<Head> heads = new ArrayList<>();
        if (severalAnalyses) {
            heads.add(Head.words("Analysis"));
        }
        if (severalVisits) {
            heads.add(Head.words("Visit"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        List<Page.Span> spans = sideBySide ? spans(heads.size()) : List.of();
        if (sideBySide) {
            heads.addAll(headsSideBySide());
            results.forEach(result -> rows.add(sideBySide(result)));
        } else {
            heads.addAll(headsDown());
            results.forEach(result -> rows.addAll(down(result)));
        }
        return PlannedDisplays.grid(table, spans, heads, rows, notes());
    }

    private List<Cell> names(AnalysisResult result) {
        List<Cell> cells = new ArrayList<>();
        if (severalAnalyses) {
            cells.add(Cell.of(name(result.analysis())));
        }
        if (severalVisits) {
            cells.add(Cell.of(result.at()));
        }
        return cells;
    }

    /// With its unit, where units differ down the table.
    private String name(Analysis analysis) {
        String name = analysis.label().orElse(analysis.endpoint().label()).english();
        String unit = PlannedDisplays.unit(analysis.endpoint());
        return severalUnits() && !unit.equals("1") ? name + ", " + unit : name;
    }

    private boolean severalUnits() {
        return results.stream()
                        .map(result -> PlannedDisplays.unit(result.analysis().endpoint()))
                        .distinct()
                        .count()
                > 1;
    }

    /// For a head: the unit of the whole table.
    private String inUnit(String words) {
        String unit = PlannedDisplays.unit(first().endpoint());
        return severalUnits() || unit.equals("1") ? words : words + ", " + unit;
    }

    private Analysis first() {
        return results.getFirst().analysis();
    }

    private boolean compares() {
        return results.stream()
                .anyMatch(result -> result instanceof AnalysisResult.ByArm(var _, var _, var _, var contrasts)
                        && !contrasts.isEmpty());
    }

    /// What belongs to each group, and to their comparison.
    private List<Page.Span> spans(int names) {
        List<Page.Span> spans = new ArrayList<>();
        if (names > 0) {
            spans.add(new Page.Span("", names));
        }
        boolean responses = first().endpoint().isResponse();
        results.getFirst().groups().forEach(summary -> spans.add(new Page.Span(GroupName.of(summary.group()), 2)));
        if (compares()) {
            spans.add(new Page.Span(responses ? "Difference" : "Difference of means", CONTRAST_COLUMNS));
        }
        return spans;
    }

    private List<Head> headsSideBySide() {
        List<Head> heads = new ArrayList<>();
        for (GroupSummary summary : results.getFirst().groups()) {
            switch (summary) {
                case GroupSummary.Responses _ -> {
                    heads.add(Head.number("Responders / n"));
                    heads.add(Head.number("Not evaluable"));
                }
                case GroupSummary.Numbers _ -> {
                    heads.add(Head.number("n"));
                    heads.add(Head.number(isDescription() ? "Median (range)" : "Mean (SD)"));
                }
            }
        }
        heads.addAll(contrastHeads("Percentage points", "Estimate"));
        return heads;
    }

    private boolean isDescription() {
        return first().method() == Analysis.Method.DESCRIPTION;
    }

    private List<Cell> sideBySide(AnalysisResult result) {
        List<Cell> cells = names(result);
        int decimals = decimals(result.groups());
        for (GroupSummary summary : result.groups()) {
            Rows rows = rows(result, summary);
            switch (summary) {
                case GroupSummary.Responses responses -> {
                    cells.add(Cell.of(Print.ofAll(responses.responders(), responses.n()), rows));
                    cells.add(Cell.of(Print.count(responses.missing()), rows));
                }
                case GroupSummary.Numbers numbers -> {
                    cells.add(Cell.of(Print.count(numbers.n()), rows));
                    cells.add(Cell.of(
                            isDescription()
                                    ? Print.medianAndRange(numbers.sample(), decimals)
                                    : Print.meanAndDeviation(numbers.sample(), decimals),
                            rows));
                }
            }
        }
        if (compares()) {
            cells.addAll(
                    result instanceof AnalysisResult.ByArm(var _, var _, var _, var contrasts) && !contrasts.isEmpty()
                            ? contrast(result, contrasts.getFirst(), decimals)
                            : List.of(Cell.of(Print.NONE), Cell.of(Print.NONE), Cell.of(Print.NONE)));
        }
        return cells;
    }

    private List<Head> headsDown() {
        List<Head> heads = new ArrayList<>(List.of(Head.words("Group"), Head.number("n")));
        if (first().endpoint().isResponse()) {
            heads.add(Head.number("Responders"));
            heads.add(Head.number("Not evaluable"));
        } else {
            heads.add(Head.number("Missing"));
            heads.add(Head.number(inUnit(first().endpoint() instanceof Endpoint.Change ? "Mean change" : "Mean")));
            heads.add(Head.number("SD"));
        }
        heads.addAll(contrastHeads("Difference, percentage points", "Difference"));
        return heads;
    }

    private List<Head> contrastHeads(String ofResponses, String ofNumbers) {
        if (!compares()) {
            return List.of();
        }
        return List.of(
                Head.number(first().endpoint().isResponse() ? ofResponses : inUnit(ofNumbers)),
                Head.number(Print.confidence(first().confidence()) + " CI"),
                Head.number("p"));
    }

    private List<List<Cell>> down(AnalysisResult result) {
        List<List<Cell>> rows = new ArrayList<>();
        for (GroupSummary summary : result.groups()) {
            List<Cell> cells = names(result);
            cells.addAll(estimate(result, summary));
            if (result instanceof AnalysisResult.ByArm(var _, var _, var arms, var contrasts) && !contrasts.isEmpty()) {
                cells.addAll(contrasts.stream()
                        .filter(each -> summary.group().arm().equals(Optional.of(each.arm())))
                        .findFirst()
                        .map(each -> contrast(result, each, decimals(arms)))
                        .orElse(List.of(Cell.of("reference"), Cell.of(""), Cell.of(""))));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<Cell> estimate(AnalysisResult result, GroupSummary summary) {
        Rows rows = rows(result, summary);
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.of(GroupName.of(summary.group())), Cell.of(Print.count(summary.n()), rows)));
        switch (summary) {
            case GroupSummary.Responses responses -> {
                cells.add(Cell.of(Print.share(responses.responders(), responses.n()), rows));
                cells.add(Cell.of(Print.count(responses.missing()), rows));
            }
            case GroupSummary.Numbers numbers -> {
                cells.add(Cell.of(Print.count(numbers.missing()), rows));
                cells.add(Cell.of(Print.decimal(numbers.estimate(), numbers.decimals() + 1), rows));
                cells.add(Cell.of(Print.decimal(numbers.sample().standardDeviation(), numbers.decimals() + 2), rows));
            }
        }
        return cells;
    }

    /// Estimate, interval and p.
    private static List<Cell> contrast(AnalysisResult result, Contrast contrast, int decimals) {
        Rows rows = rows(result);
        return switch (contrast) {
            case Contrast.Compared(var _, var _, var difference) ->
                difference(result.analysis(), difference, decimals, rows);
            case Contrast.Tested(var _, var _, var estimate, var test) -> tested(estimate, test, rows);
            case Contrast.Redrawn(var _, var _, var estimate, var test) ->
                List.of(
                        estimate instanceof Answer.Found<PointEstimate>(PointEstimate found)
                                ? Cell.of(Print.points(found.value()), rows)
                                : Cell.of("not estimable"),
                        Cell.of(Print.NONE),
                        test instanceof Answer.Found<MonteCarloP>(MonteCarloP found)
                                ? Cell.of(Print.p(found.p()), rows)
                                : Cell.of(""));
            case Contrast.Tipped(var _, var _, var grid) ->
                List.of(
                        Cell.of(grid instanceof Answer.Found<TippingGrid> ? "see below" : "not estimable"),
                        Cell.of(""),
                        Cell.of(""));
        };
    }

    private static List<Cell> tested(Optional<Answer<Estimate>> estimate, Answer<TestResult> test, Rows rows) {
        Cell p = test instanceof Answer.Found<TestResult>(TestResult found)
                ? Cell.of(Print.p(found.p()), rows)
                : Cell.of("not estimable");
        return estimate.isPresent() && estimate.get() instanceof Answer.Found<Estimate>(Estimate found)
                ? List.of(
                        Cell.of(Print.points(found.value()), rows),
                        Cell.of(Print.pointsInterval(found.interval()), rows),
                        p)
                : List.of(Cell.of(Print.NONE), Cell.of(Print.NONE), p);
    }

    private static List<Cell> difference(
            Analysis analysis, Answer<? extends Difference> difference, int decimals, Rows rows) {
        return switch (difference) {
            case Answer.NotEstimable<?> _ -> List.of(Cell.of("not estimable"), Cell.of(""), Cell.of(""));
            case Answer.Found(Difference found) ->
                List.of(
                        Cell.of(
                                analysis.endpoint().isResponse()
                                        ? Print.points(found.estimate())
                                        : Print.decimal(found.estimate(), decimals + 1),
                                rows),
                        Cell.of(
                                analysis.endpoint().isResponse()
                                        ? Print.pointsInterval(found.interval())
                                        : Print.interval(found.interval(), decimals + 1),
                                rows),
                        Cell.of(Print.p(found.p()), rows));
        };
    }

    /// The most decimals that any value was recorded with.
    private static int decimals(List<GroupSummary> groups) {
        return groups.stream()
                .mapToInt(each -> each instanceof GroupSummary.Numbers numbers ? numbers.decimals() : 0)
                .max()
                .orElse(0);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.addAll(counted());
        if (results.stream().anyMatch(AnalysisResult.Pooled.class::isInstance)) {
            notes.add("Treatments are blinded, so the groups are not compared.");
        }
        results.stream()
                .flatMap(result -> result instanceof AnalysisResult.ByArm byArm
                        ? byArm.contrasts().stream().map(each -> method(result, each))
                        : Stream.empty())
                .distinct()
                .forEach(notes::add);
        results.stream()
                .flatMap(result -> result instanceof AnalysisResult.ByArm byArm
                        ? byArm.contrasts().stream().flatMap(each -> whyNot(result, each).stream())
                        : Stream.empty())
                .distinct()
                .forEach(notes::add);
        return notes;
    }

    /// Who is counted, and as what: once where it is the same for all, else with the names of those it holds for.
    private List<String> counted() {
        SequencedMap<String, List<String>> named = new LinkedHashMap<>();
        results.stream()
                .map(AnalysisResult::analysis)
                .distinct()
                .forEach(analysis -> named.computeIfAbsent(counted(analysis), _ -> new ArrayList<>())
                        .add(name(analysis)));
        return named.size() == 1
                ? List.copyOf(named.keySet())
                : named.entrySet().stream()
                        .map(each -> String.join("; ", each.getValue()) + ": " + each.getKey())
                        .toList();
    }

    private static String counted(Analysis analysis) {
        String who = "n: " + analysis.set().label().english().toLowerCase(Locale.ROOT);
        if (!analysis.endpoint().isResponse()) {
            return who + " whose value is known. The others are left out.";
        }
        return who
                + switch (analysis.method()) {
                    case MULTIPLE_IMPUTATION -> ". The difference imputes those who could not be evaluated.";
                    case TIPPING_POINT -> ". Who could not be evaluated is tried both ways.";
                    default ->
                        switch (analysis.missing()) {
                            case NON_RESPONSE -> ". Who could not be evaluated counts as a non-responder.";
                            case RESPONSE -> ". Who could not be evaluated counts as a responder.";
                            case LEFT_OUT -> ". Who could not be evaluated is left out.";
                        };
                };
    }

    private static String method(AnalysisResult result, Contrast contrast) {
        String from = "; difference from " + contrast.reference().label().english() + ".";
        return "Method: "
                + switch (contrast) {
                    case Contrast.Compared(var _, var _, Answer.Found(PooledDifference found)) ->
                        found.method() + drawn(result.analysis(), "completions") + ", "
                                + Print.share(found.missingInformation()) + " of the information missing" + from;
                    case Contrast.Compared(var _, var _, Answer.Found(Difference found)) ->
                        found.method() + "; strata as randomised" + from;
                    case Contrast.Compared(var _, var _, Answer.NotEstimable(var name, var _)) ->
                        name + "; strata as randomised" + from;
                    case Contrast.Tested(var _, var _, var estimate, var test) ->
                        tests(test) + estimate.map(PlannedTable::estimates).orElse("") + "; strata ignored" + from;
                    case Contrast.Redrawn(var _, var _, var _, Answer.Found(MonteCarloP found)) ->
                        found.method() + drawn(result.analysis(), "sequences") + ", Monte Carlo standard error of p "
                                + Print.decimal(found.error(), 4) + from;
                    case Contrast.Redrawn(var _, var _, var _, Answer.NotEstimable(var name, var _)) -> name + from;
                    case Contrast.Tipped(var _, var _, Answer.Found(TippingGrid found)) -> found.method() + from;
                    case Contrast.Tipped(var _, var _, Answer.NotEstimable(var name, var _)) -> name + from;
                };
    }

    private static String drawn(Analysis analysis, String what) {
        return analysis.drawing()
                .map(drawing -> ", " + Print.count(drawing.draws()) + " " + what + " from seed " + drawing.seed())
                .orElse("");
    }

    private static String tests(Answer<TestResult> test) {
        return switch (test) {
            case Answer.Found(TestResult found) -> found.method();
            case Answer.NotEstimable(var name, var _) -> name;
        };
    }

    private static String estimates(Answer<Estimate> estimate) {
        return "; "
                + switch (estimate) {
                    case Answer.Found(Estimate found) -> found.method();
                    case Answer.NotEstimable(var name, var _) -> name;
                };
    }

    private static Optional<String> whyNot(AnalysisResult result, Contrast contrast) {
        Answer<?> answer = switch (contrast) {
            case Contrast.Compared(var _, var _, var difference) -> difference;
            case Contrast.Tested(var _, var _, var _, var test) -> test;
            case Contrast.Redrawn(var _, var _, var _, var test) -> test;
            case Contrast.Tipped(var _, var _, var grid) -> grid;
        };
        return answer instanceof Answer.NotEstimable<?>(var _, var reason)
                ? Optional.of(contrast.arm().label().english() + ", " + result.at() + ": not estimable, "
                        + reason.words() + ".")
                : Optional.empty();
    }

    /// One answer as a sentence.
    static String sentence(AnalysisResult result) {
        StringBuilder words = new StringBuilder(
                        result.analysis().endpoint().label().english())
                .append(" (")
                .append(result.at())
                .append("): ");
        List<String> groups = new ArrayList<>();
        for (GroupSummary summary : result.groups()) {
            groups.add(GroupName.of(summary.group()) + " "
                    + switch (summary) {
                        case GroupSummary.Responses responses -> Print.ofAll(responses.responders(), responses.n());
                        case GroupSummary.Numbers numbers ->
                            Print.decimal(numbers.estimate(), numbers.decimals() + 1) + " (n = " + numbers.n() + ")";
                    });
        }
        words.append(String.join(", ", groups)).append('.');
        if (result instanceof AnalysisResult.ByArm(var analysis, var _, var arms, var contrasts)) {
            for (Contrast contrast : contrasts) {
                if (contrast instanceof Contrast.Compared(var arm, var _, Answer.Found(Difference found))) {
                    List<Cell> cells = contrast(result, contrast, decimals(arms));
                    words.append(' ')
                            .append(contrasts.size() > 1 ? arm.label().english() + ": difference " : "Difference ")
                            .append(cells.get(0).text())
                            .append(analysis.endpoint().isResponse() ? " percentage points" : "")
                            .append(" (")
                            .append(Print.confidence(analysis.confidence()))
                            .append(" CI ")
                            .append(cells.get(1).text())
                            .append("), p ")
                            .append(
                                    Print.p(found.p()).startsWith("<")
                                                    || Print.p(found.p()).startsWith(">")
                                            ? ""
                                            : "= ")
                            .append(Print.p(found.p()))
                            .append('.');
                }
            }
        }
        return words.toString();
    }
}

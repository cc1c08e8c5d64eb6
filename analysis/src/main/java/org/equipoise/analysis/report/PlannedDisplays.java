package org.equipoise.analysis.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.figure.AdverseEventFigure;
import org.equipoise.analysis.figure.LinesFigure;
import org.equipoise.analysis.figure.MedianFigure;
import org.equipoise.analysis.figure.ResponseFigure;
import org.equipoise.analysis.report.Page.Block;
import org.equipoise.analysis.report.Page.Drawing;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Line;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Figure;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.protocol.reading.Study;

/// Finds for each planned table and figure its chapter: answers by their role, the rest by what it shows. A figure
/// follows the table that shows the same analysis.
final class PlannedDisplays {
    private final Study study;
    private final Account account;

    PlannedDisplays(Study study, Account account) {
        this.study = study;
        this.account = account;
    }

    /// The primary answers, each as a sentence.
    List<Page.Cell> headline() {
        return account.results().stream()
                .filter(result -> result.analysis().role() == Analysis.Role.PRIMARY)
                .map(result -> Page.Cell.of(PlannedTable.sentence(result), PlannedTable.rows(result)))
                .toList();
    }

    /// Tables of answers whose first analysis has the role, and figures of analyses with it.
    List<Block> answers(Analysis.Role role) {
        List<Block> blocks = new ArrayList<>();
        Set<String> drawn = new HashSet<>();
        for (Table table : study.plan().tables()) {
            if (table.subject() instanceof Table.Subject.Answers(var analyses)
                    && analyses.getFirst().role() == role) {
                blocks.add(PlannedTable.of(table, results(analyses)));
                blocks.addAll(TippingTable.of(table.id(), results(analyses)));
                if (role == Analysis.Role.PRIMARY) {
                    analyses.stream().map(PlannedDisplays::estimand).distinct().forEach(blocks::add);
                }
                study.plan().figures().stream()
                        .filter(figure ->
                                analysis(figure).filter(analyses::contains).isPresent())
                        .filter(figure -> drawn.add(figure.id()))
                        .forEach(figure -> blocks.add(drawing(figure)));
            }
        }
        study.plan().figures().stream()
                .filter(figure ->
                        analysis(figure).filter(each -> each.role() == role).isPresent())
                .filter(figure -> !inSomeTable(figure))
                .filter(figure -> drawn.add(figure.id()))
                .forEach(figure -> blocks.add(drawing(figure)));
        return blocks;
    }

    private boolean inSomeTable(Figure figure) {
        return study.plan().tables().stream()
                .anyMatch(table -> table.subject() instanceof Table.Subject.Answers(var analyses)
                        && analysis(figure).filter(analyses::contains).isPresent());
    }

    private static Optional<Analysis> analysis(Figure figure) {
        return switch (figure.subject()) {
            case Figure.Subject.Responses(var analysis) -> Optional.of(analysis);
            case Figure.Subject.Medians(var analysis) -> Optional.of(analysis);
            case Figure.Subject.Lines(var analysis) -> Optional.of(analysis);
            case Figure.Subject.AdverseEvents() -> Optional.empty();
        };
    }

    private List<AnalysisResult> results(List<Analysis> analyses) {
        return analyses.stream()
                .flatMap(analysis -> account.results().stream()
                        .filter(result -> result.analysis().equals(analysis)))
                .toList();
    }

    /// The planned tables of one part of the account.
    List<Block> chapter(Table.Chapter chapter) {
        List<Block> blocks = new ArrayList<>();
        for (Table table : study.plan().tables()) {
            if (table.subject() instanceof Table.Subject.Part(var part) && part == chapter) {
                blocks.addAll(part(table, chapter));
            }
        }
        return blocks;
    }

    private List<Block> part(Table table, Table.Chapter chapter) {
        String id = table.id();
        String caption = caption(table);
        String translated = Composition.translated(table.title());
        List<String> notes = notes(table);
        return switch (chapter) {
            case BASELINE ->
                List.of(ParticipantGrids.baseline(study, account.baseline(), id, caption, translated, notes));
            case ANALYSIS_SETS -> List.of(ParticipantGrids.sets(account.membership(), id, caption, translated, notes));
            case INTERCURRENT_EVENTS ->
                List.of(ParticipantGrids.intercurrentEvents(
                        account.intercurrentEvents(), id, caption, translated, notes));
            case DOSES -> List.of(ParticipantGrids.dosing(account.dosing(), id, caption, translated, notes));
            case ADVERSE_EVENTS -> adverseEvents(table);
            case BLINDING ->
                account.blinding()
                        .map(blinding -> BlindingGrids.of(table, blinding))
                        .orElse(List.of());
        };
    }

    private List<Block> adverseEvents(Table table) {
        List<Block> blocks = new ArrayList<>();
        account.adverseEvents().ifPresent(events -> {
            blocks.add(AdverseEventGrid.of(table, events));
            study.plan().figures().stream()
                    .filter(figure -> figure.subject() instanceof Figure.Subject.AdverseEvents)
                    .forEach(figure -> blocks.add(drawing(figure)));
        });
        return blocks;
    }

    static String caption(Table table) {
        return table.id() + ". " + table.title().english();
    }

    static List<String> notes(Table table) {
        return table.note().map(note -> List.of(note.english())).orElse(List.of());
    }

    private Block drawing(Figure figure) {
        String caption = figure.id() + ". " + figure.title().english();
        String translated = Composition.translated(figure.title());
        List<String> notes = new ArrayList<>(
                figure.note().map(note -> List.of(note.english())).orElse(List.of()));
        List<AnalysisResult> results = results(analysis(figure).map(List::of).orElse(List.of()));
        String title = figure.title().english();
        boolean pooled = results.stream().anyMatch(AnalysisResult.Pooled.class::isInstance);
        return switch (figure.subject()) {
            case Figure.Subject.Responses(var analysis) -> {
                notes.add("Points are shares of responders; bars are Wilson's "
                        + Print.confidence(analysis.confidence()) + " intervals of each group by itself.");
                double alpha = BigDecimal.ONE.subtract(analysis.confidence()).doubleValue();
                yield new Drawing(
                        figure.id(),
                        caption,
                        translated,
                        ResponseFigure.of(figure.id(), title, study.design(), results, alpha),
                        notes);
            }
            case Figure.Subject.Medians(var analysis) -> {
                notes.add("Points are medians; bars run from the first to the third quartile.");
                yield new Drawing(
                        figure.id(),
                        caption,
                        translated,
                        MedianFigure.of(figure.id(), title, study.design(), results, unit(analysis.endpoint())),
                        notes);
            }
            case Figure.Subject.Lines(var analysis) -> {
                if (pooled) {
                    yield new Page.Words(List.of(caption
                            + ": not drawn while treatments are blinded, since lines of single participants can "
                            + "tell an arm."));
                }
                notes.add("Each thin line is one participant; the thick line is the median of those with a value.");
                yield new Drawing(
                        figure.id(),
                        caption,
                        translated,
                        LinesFigure.of(figure.id(), title, study.design(), results, unit(analysis.endpoint())),
                        notes);
            }
            case Figure.Subject.AdverseEvents() ->
                new Drawing(
                        figure.id(),
                        caption,
                        translated,
                        AdverseEventFigure.of(
                                figure.id(), title, account.adverseEvents().orElseThrow()),
                        notes);
        };
    }

    static String unit(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Response _, Endpoint.State _ -> "1";
            case Endpoint.Change change -> Print.unit(change.unit());
            case Endpoint.Level level -> Print.unit(level.unit());
        };
    }

    /// The five attributes of ICH E9(R1).
    private static Block estimand(Analysis analysis) {
        Estimand estimand = analysis.estimand();
        return new Page.Lines(
                "What is estimated: " + analysis.endpoint().label().english() + " (estimand " + estimand.id() + ")",
                List.of(
                        new Line("Population", estimand.population()),
                        new Line("Treatments", estimand.treatments()),
                        new Line("Variable", analysis.endpoint().label().english()),
                        new Line(
                                "Intercurrent events",
                                estimand.intercurrentEvents().stream()
                                        .map(each -> each.event() + ": "
                                                + each.strategy().words())
                                        .collect(Collectors.joining("; "))),
                        new Line("Summary", estimand.summary())));
    }

    /// A planned table: its own note comes before those that go with the method.
    static Grid grid(
            Table table, List<Page.Span> spans, List<Page.Head> heads, List<List<Page.Cell>> rows, List<String> notes) {
        List<String> all = new ArrayList<>(notes(table));
        all.addAll(notes);
        return new Grid(table.id(), caption(table), Composition.translated(table.title()), spans, heads, rows, all);
    }
}

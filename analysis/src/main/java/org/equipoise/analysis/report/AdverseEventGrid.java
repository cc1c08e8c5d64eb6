package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.analysis.AdverseEvents;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;

/// Sets the table of adverse events: participants and entries of each kind, and the differences.
final class AdverseEventGrid {
    private AdverseEventGrid() {}

    static Grid of(Table table, AdverseEvents events) {
        List<Page.Span> spans = new ArrayList<>(List.of(new Page.Span("", 1)));
        List<Head> heads = new ArrayList<>(List.of(Head.words("Adverse event")));
        for (Group group : events.groups()) {
            spans.add(new Page.Span(ParticipantGrids.named(group), 2));
            heads.add(Head.number("Participants"));
            heads.add(Head.number("Events"));
        }
        String confidence = Print.confidence(events.plan().confidence()) + " CI";
        events.lines().stream()
                .findFirst()
                .ifPresent(line -> line.differences().forEach(difference -> {
                    spans.add(new Page.Span(
                            "Difference, " + difference.arm().label().english(), 2));
                    heads.add(Head.number("Points"));
                    heads.add(Head.number(confidence));
                }));
        List<List<Cell>> rows =
                events.lines().stream().map(line -> row(events, line)).toList();
        List<String> notes = new ArrayList<>();
        notes.add(
                "n: randomised participants given at least one dose. A participant counts once in each line; events are "
                        + "entries of the log.");
        if (events.lines().stream().anyMatch(line -> !line.differences().isEmpty())) {
            notes.add("Differences are percentage points from the reference with Miettinen-Nurminen intervals, strata "
                    + "ignored; nothing is tested.");
        } else {
            notes.add("Treatments are blinded, so the groups are not compared.");
        }
        return PlannedDisplays.grid(table, spans, heads, rows, notes);
    }

    private static List<Cell> row(AdverseEvents events, AdverseEvents.Line line) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(line.kind().label().english())));
        List<ParticipantId> all = new ArrayList<>();
        for (int place = 0; place < events.groups().size(); place++) {
            Group group = events.groups().get(place);
            AdverseEvents.Count count = line.counts().get(place);
            Rows rows = Rows.of(
                    "adverse_events", group.participants(), "kind", line.kind().id());
            cells.add(Cell.of(Print.share(count.participants(), group.size()), rows));
            cells.add(Cell.of(Print.count(count.entries()), rows));
            all.addAll(group.participants());
        }
        Rows rows = Rows.of("adverse_events", all, "kind", line.kind().id());
        for (AdverseEvents.Difference difference : line.differences()) {
            if (difference.difference() instanceof Answer.Found<RiskDifference>(RiskDifference found)) {
                cells.add(Cell.of(Print.points(found.estimate()), rows));
                cells.add(Cell.of(Print.pointsInterval(found.interval()), rows));
            } else {
                cells.add(Cell.of("not estimable"));
                cells.add(Cell.of(""));
            }
        }
        return cells;
    }
}

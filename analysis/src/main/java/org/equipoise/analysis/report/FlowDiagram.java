package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Flow;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Box;
import org.equipoise.analysis.report.Page.Diagram;
import org.equipoise.analysis.report.Page.Line;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.reading.Study;

/// Sets the flow of participants (CONSORT 2025, item 22): for each group that the view tells apart, who was allocated
/// and treated, who left and why, who was analysed for the primary outcome.
final class FlowDiagram {
    private FlowDiagram() {}

    static Diagram of(Study study, Account account) {
        Flow flow = account.flow();
        List<List<Box>> groups = new ArrayList<>();
        for (int place = 0; place < flow.groups().size(); place++) {
            groups.add(group(flow.groups().get(place), place, account.results()));
        }
        return new Diagram(
                box("flow-consented", "Gave consent", flow.consented(), List.of()),
                excluded(flow),
                box(
                        "flow-randomised",
                        "Randomised",
                        flow.randomized(),
                        List.of(new Line(
                                "planned",
                                Print.count(study.design().randomization().participants())))),
                groups);
    }

    private static Box box(String id, String title, List<ParticipantId> counted, List<Line> lines) {
        return new Box(id, title, Print.count(counted.size()), rows(counted), lines);
    }

    private static Line line(String name, List<ParticipantId> counted) {
        return new Line(name, Print.count(counted.size()), Optional.of(rows(counted)));
    }

    private static Rows rows(List<ParticipantId> counted) {
        return Rows.of("participants", counted);
    }

    private static Box excluded(Flow flow) {
        List<Line> lines = new ArrayList<>(List.of(line("Failed screening", flow.screeningFailed())));
        addIfAny(lines, "Left before a decision, or undecided", flow.undecided());
        return box("flow-excluded", "Not randomised", flow.notRandomized(), lines);
    }

    private static void addIfAny(List<Line> lines, String name, List<ParticipantId> counted) {
        if (!counted.isEmpty()) {
            lines.add(line(name, counted));
        }
    }

    private static List<Box> group(Flow.GroupFlow flow, int place, List<AnalysisResult> results) {
        Group group = flow.group();
        String id = "flow-" + (place + 1);
        List<Box> boxes = new ArrayList<>();
        boxes.add(box(
                id + "-allocated",
                GroupName.of(group),
                group.participants(),
                List.of(line("Given at least one dose", flow.treated()), line("Given none", flow.untreated()))));
        boxes.add(box(id + "-completed", "Completed", flow.completed(), followed(flow)));
        for (AnalysisResult result : results) {
            if (result.analysis().role() == Analysis.Role.PRIMARY) {
                boxes.add(analysed(id, result, result.groups().get(place), group));
            }
        }
        return boxes;
    }

    private static List<Line> followed(Flow.GroupFlow flow) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("Discontinued", flow.discontinued()));
        addReasons(lines, flow, "discontinued");
        addIfAny(lines, "Withdrew consent", flow.withdrawn());
        addReasons(lines, flow, "consent-withdrawn");
        addIfAny(lines, "Still in the trial", flow.ongoing());
        return lines;
    }

    private static void addReasons(List<Line> lines, Flow.GroupFlow flow, String how) {
        flow.endings().stream()
                .filter(ending -> ending.how().equals(how) && !ending.reason().isEmpty())
                .forEach(ending -> lines.add(line("– " + ending.reason().replace('-', ' '), ending.participants())));
    }

    private static Box analysed(String id, AnalysisResult result, GroupSummary summary, Group group) {
        Rows rows = PlannedTable.rows(result, summary);
        List<Line> lines = new ArrayList<>();
        if (summary.n() < group.size()) {
            lines.add(new Line("Not analysed", Print.count(group.size() - summary.n()), Optional.of(rows)));
        }
        lines.add(new Line("Could not be evaluated", Print.count(summary.missing()), Optional.of(rows)));
        return new Box(
                id + "-" + result.analysis().id() + "-" + result.at(),
                "In the " + result.analysis().id() + " analysis, " + result.at(),
                Print.count(summary.n()),
                rows,
                lines);
    }
}

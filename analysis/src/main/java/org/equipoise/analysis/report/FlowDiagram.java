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

    private static Box box(String id, String title, int count, List<Line> lines) {
        return new Box(id, title, Print.count(count), Optional.empty(), lines);
    }

    private static Box excluded(Flow flow) {
        List<Line> lines = new ArrayList<>(List.of(new Line("Failed screening", Print.count(flow.screeningFailed()))));
        if (flow.undecided() > 0) {
            lines.add(new Line("Left before a decision, or undecided", Print.count(flow.undecided())));
        }
        return box("flow-excluded", "Not randomised", flow.consented() - flow.randomized(), lines);
    }

    private static List<Box> group(Flow.GroupFlow flow, int place, List<AnalysisResult> results) {
        Group group = flow.group();
        String id = "flow-" + (place + 1);
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(
                id + "-allocated",
                GroupName.of(group),
                Print.count(group.size()),
                Optional.of(Rows.of("participants", group.participants())),
                List.of(
                        new Line("Given at least one dose", Print.count(flow.treated())),
                        new Line("Given none", Print.count(group.size() - flow.treated())))));
        boxes.add(new Box(
                id + "-completed",
                "Completed",
                Print.count(flow.completed()),
                Optional.of(Rows.of("participants", group.participants(), "disposition", "completed")),
                followed(flow)));
        for (AnalysisResult result : results) {
            if (result.analysis().role() == Analysis.Role.PRIMARY) {
                boxes.add(analysed(id, result, result.groups().get(place), group));
            }
        }
        return boxes;
    }

    private static List<Line> followed(Flow.GroupFlow flow) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Discontinued", Print.count(flow.discontinued())));
        add(lines, flow, "discontinued");
        if (flow.withdrawn() > 0) {
            lines.add(new Line("Withdrew consent", Print.count(flow.withdrawn())));
            add(lines, flow, "consent-withdrawn");
        }
        if (flow.ongoing() > 0) {
            lines.add(new Line("Still in the trial", Print.count(flow.ongoing())));
        }
        return lines;
    }

    private static void add(List<Line> lines, Flow.GroupFlow flow, String how) {
        flow.reasons().stream()
                .filter(reason -> reason.how().equals(how))
                .forEach(reason -> lines.add(new Line("– " + reason.reason(), Print.count(reason.participants()))));
    }

    private static Box analysed(String id, AnalysisResult result, GroupSummary summary, Group group) {
        List<Line> lines = new ArrayList<>();
        if (summary.n() < group.size()) {
            lines.add(new Line("Not analysed", Print.count(group.size() - summary.n())));
        }
        lines.add(new Line("Could not be evaluated", Print.count(summary.missing())));
        return new Box(
                id + "-" + result.analysis().id() + "-" + result.at(),
                "In the " + result.analysis().id() + " analysis, " + result.at(),
                Print.count(summary.n()),
                Optional.of(PlannedTable.rows(result, summary)),
                lines);
    }
}

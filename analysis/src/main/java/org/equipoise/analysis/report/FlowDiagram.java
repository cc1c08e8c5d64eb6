package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Flow;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.report.Page.Box;
import org.equipoise.analysis.report.Page.Diagram;
import org.equipoise.analysis.report.Page.Line;

/// Sets the flow of participants (CONSORT 2025, item 22): one box for each group that the view tells apart.
final class FlowDiagram {
    private FlowDiagram() {}

    static Diagram of(Account account) {
        Flow flow = account.flow();
        List<Box> groups = new ArrayList<>();
        for (int place = 0; place < flow.groups().size(); place++) {
            groups.add(group(flow.groups().get(place), place, account.results()));
        }
        return new Diagram(
                new Box("Gave consent", Print.count(flow.consented()), List.of()),
                excluded(flow),
                new Box("Randomised", Print.count(flow.randomized()), List.of()),
                groups);
    }

    private static Box excluded(Flow flow) {
        List<Line> lines = new ArrayList<>(List.of(new Line("Failed screening", Print.count(flow.screeningFailed()))));
        if (flow.undecided() > 0) {
            lines.add(new Line("Left before a decision, or undecided", Print.count(flow.undecided())));
        }
        return new Box("Not randomised", Print.count(flow.consented() - flow.randomized()), lines);
    }

    private static Box group(Flow.GroupFlow flow, int place, List<AnalysisResult> results) {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("Completed", Print.count(flow.completed())),
                new Line("Discontinued", Print.count(flow.discontinued()))));
        if (flow.withdrawn() > 0) {
            lines.add(new Line("Withdrew consent", Print.count(flow.withdrawn())));
        }
        if (flow.ongoing() > 0) {
            lines.add(new Line("Still in the trial", Print.count(flow.ongoing())));
        }
        for (AnalysisResult result : results) {
            GroupSummary summary = switch (result) {
                case AnalysisResult.Pooled(var _, var everyone) -> everyone;
                case AnalysisResult.ByArm(var _, var arms, var _) -> arms.get(place);
            };
            lines.add(new Line("In the " + result.analysis().id() + " analysis", Print.count(summary.n())));
        }
        return new Box(GroupName.of(flow.group()), Print.count(flow.group().size()), lines);
    }
}

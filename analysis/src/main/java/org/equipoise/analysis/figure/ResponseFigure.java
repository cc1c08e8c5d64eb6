package org.equipoise.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.Rows;
import org.equipoise.protocol.design.Design;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.proportion.Proportion;

/// The share of responders in each group at each visit, with Wilson's intervals, and the counts below.
public final class ResponseFigure {
    private static final double DODGE = 7;
    private static final double ROW = 18;

    private ResponseFigure() {}

    /// Draws the results of one analysis at its visits.
    public static Picture of(String id, String title, Design design, List<AnalysisResult> results, double alpha) {
        List<Group> groups =
                results.getFirst().groups().stream().map(GroupSummary::group).toList();
        double bottom = Frame.TOP + Frame.PLOT;
        double height = bottom + 46 + ROW * (groups.size() + 1);
        Svg svg = new Svg(
                Frame.WIDTH, height, title, "Share of responders at each visit with 95 % intervals, and counts below.");
        Frame frame = new Frame(
                design, results.stream().map(AnalysisResult::at).toList(), Frame.LEFT + 56, Frame.WIDTH - Frame.RIGHT);
        Scale scale = Scale.around(0, 100, bottom, Frame.TOP);
        frame.axes(svg, scale, " %", true);
        Frame.legend(svg, groups);
        svg.words(8, bottom + 48, "start", "Responders / n", Frame.QUIET);
        List<Picture.Mark> marks = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Hue hue = Hue.of(groups.get(place), place);
            double shift = (place - (groups.size() - 1) / 2.0) * DODGE;
            double row = bottom + 48 + ROW * (place + 1);
            svg.mark(hue, 14, row - 4, 4).words(24, row, "start", Frame.name(groups.get(place)), Frame.QUIET);
            double[] line = new double[2 * results.size()];
            for (int visit = 0; visit < results.size(); visit++) {
                GroupSummary.Responses summary =
                        (GroupSummary.Responses) results.get(visit).groups().get(place);
                line[2 * visit] = frame.x(results.get(visit).at()) + shift;
                line[2 * visit + 1] = scale.place(100 * summary.estimate().orElse(0));
            }
            svg.lines(line, hue.stroke(1.6));
            for (int visit = 0; visit < results.size(); visit++) {
                AnalysisResult result = results.get(visit);
                GroupSummary.Responses summary =
                        (GroupSummary.Responses) result.groups().get(place);
                String cell = id + "-" + (place + 1) + "-" + (visit + 1);
                String text = Frame.name(groups.get(place)) + ", " + result.at() + ": " + summary.responders() + " of "
                        + summary.n();
                svg.open(cell, text);
                if (new Proportion(summary.responders(), summary.n()).wilson(alpha)
                        instanceof Answer.Found<Estimate>(Estimate estimate)) {
                    double x = line[2 * visit];
                    svg.line(
                            x,
                            scale.place(100 * estimate.interval().lower()),
                            x,
                            scale.place(100 * estimate.interval().upper()),
                            hue.solid(1.6));
                    svg.mark(hue, x, line[2 * visit + 1], 4.5);
                }
                svg.words(frame.x(result.at()), row, "middle", summary.responders() + "/" + summary.n(), Frame.QUIET);
                svg.close();
                marks.add(new Picture.Mark(cell, text, rows(result, summary)));
            }
        }
        return new Picture(svg.end(), marks);
    }

    static Rows rows(AnalysisResult result, GroupSummary summary) {
        return Rows.of(
                "endpoints",
                summary.group().participants(),
                "endpoint",
                result.analysis().endpoint().id(),
                "encounter",
                result.at());
    }
}

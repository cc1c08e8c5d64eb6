package org.equipoise.analysis.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.Rows;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Design;

/// A line for every participant, one panel a group, and the group's median above them. Only of a revealed trial: lines
/// of single participants can tell an arm.
public final class LinesFigure {
    private static final double GAP = 22;

    private LinesFigure() {}

    /// Draws the results of one analysis at its visits.
    public static Picture of(String id, String title, Design design, List<AnalysisResult> results, String unit) {
        List<Group> groups =
                results.getFirst().groups().stream().map(GroupSummary::group).toList();
        double bottom = Frame.TOP + Frame.PLOT;
        Svg svg = new Svg(
                Frame.WIDTH, bottom + 34, title, "A thin line for every participant; the thick line is the median.");
        Scale scale = Scale.around(0, high(results), bottom, Frame.TOP);
        double room = Frame.WIDTH - Frame.LEFT + GAP - 8;
        double width = room / groups.size() - GAP;
        List<Picture.Mark> marks = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Group group = groups.get(place);
            Hue hue = Hue.of(group, place);
            double left = Frame.LEFT + place * (width + GAP);
            Frame frame =
                    new Frame(design, results.stream().map(AnalysisResult::at).toList(), left, left + width);
            frame.axes(svg, scale, "", place == 0);
            svg.mark(hue, left + 6, 20, 4.5).words(left + 16, 24.5, "start", Frame.name(group), Frame.INK);
            for (ParticipantId participant : group.participants()) {
                String cell = id + "-" + (place + 1) + "-" + participant;
                svg.open(cell, participant.text())
                        .lines(
                                line(results, place, frame, scale, participant),
                                hue.solid(1) + " stroke-opacity=\"0.3\"")
                        .close();
                marks.add(new Picture.Mark(
                        cell,
                        participant.text(),
                        Rows.of(
                                "endpoints",
                                List.of(participant),
                                "endpoint",
                                results.getFirst().analysis().endpoint().id())));
            }
            svg.lines(medians(results, place, frame, scale), hue.solid(3.2));
        }
        svg.words(Frame.LEFT - 8, Frame.TOP - 8, "end", unit.equals("1") ? "" : unit, Frame.QUIET);
        return new Picture(svg.end(), marks);
    }

    private static double[] line(
            List<AnalysisResult> results, int place, Frame frame, Scale scale, ParticipantId participant) {
        double[] points = new double[2 * results.size()];
        int filled = 0;
        for (AnalysisResult result : results) {
            GroupSummary.Numbers numbers =
                    (GroupSummary.Numbers) result.groups().get(place);
            BigDecimal value = numbers.values().get(participant);
            if (value != null) {
                points[filled++] = frame.x(result.at());
                points[filled++] = scale.place(value.doubleValue());
            }
        }
        return Arrays.copyOf(points, filled);
    }

    private static double[] medians(List<AnalysisResult> results, int place, Frame frame, Scale scale) {
        double[] points = new double[2 * results.size()];
        int filled = 0;
        for (AnalysisResult result : results) {
            OptionalDouble median =
                    ((GroupSummary.Numbers) result.groups().get(place)).sample().median();
            if (median.isPresent()) {
                points[filled++] = frame.x(result.at());
                points[filled++] = scale.place(median.getAsDouble());
            }
        }
        return Arrays.copyOf(points, filled);
    }

    private static double high(List<AnalysisResult> results) {
        return results.stream()
                .flatMap(result -> result.groups().stream())
                .flatMap(summary -> ((GroupSummary.Numbers) summary).values().values().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
    }
}

package org.equipoise.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.protocol.design.Design;
import org.equipoise.statistics.summary.Sample;

/// The median of each group at each visit, with the quartiles.
public final class MedianFigure {
    private static final double DODGE = 7;

    private MedianFigure() {}

    /// Draws the results of one analysis at its visits.
    public static Picture of(String id, String title, Design design, List<AnalysisResult> results, String unit) {
        List<Group> groups =
                results.getFirst().groups().stream().map(GroupSummary::group).toList();
        double bottom = Frame.TOP + Frame.PLOT;
        Svg svg = new Svg(Frame.WIDTH, bottom + 34, title, "Median of each group at each visit, with its quartiles.");
        Frame frame = new Frame(
                design, results.stream().map(AnalysisResult::at).toList(), Frame.LEFT, Frame.WIDTH - Frame.RIGHT);
        Scale scale = Scale.around(low(results), high(results), bottom, Frame.TOP + 10);
        frame.axes(svg, scale, "", true);
        svg.words(Frame.LEFT - 8, Frame.TOP - 6, "end", unit.equals("1") ? "" : unit, Frame.QUIET);
        Frame.legend(svg, groups);
        List<Picture.Mark> marks = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Hue hue = Hue.of(groups.get(place), place);
            double shift = (place - (groups.size() - 1) / 2.0) * DODGE;
            int group = place;
            List<AnalysisResult> known = results.stream()
                    .filter(result -> numbers(result, group).n() > 0)
                    .toList();
            double[] line = new double[2 * known.size()];
            for (int visit = 0; visit < known.size(); visit++) {
                line[2 * visit] = frame.x(known.get(visit).at()) + shift;
                line[2 * visit + 1] = scale.place(
                        numbers(known.get(visit), place).sample().median().orElseThrow());
            }
            svg.lines(line, hue.stroke(1.6));
            for (int visit = 0; visit < known.size(); visit++) {
                GroupSummary.Numbers numbers = numbers(known.get(visit), place);
                Sample sample = numbers.sample();
                String cell = id + "-" + (place + 1) + "-" + (visit + 1);
                String text = Frame.name(groups.get(place)) + ", "
                        + known.get(visit).at() + ": median "
                        + Svg.number(sample.median().orElseThrow()) + ", n = " + numbers.n();
                double x = line[2 * visit];
                svg.open(cell, text)
                        .line(
                                x,
                                scale.place(sample.quantile(0.25).orElseThrow()),
                                x,
                                scale.place(sample.quantile(0.75).orElseThrow()),
                                hue.solid(1.6))
                        .mark(hue, x, line[2 * visit + 1], 4.5)
                        .close();
                marks.add(new Picture.Mark(cell, text, ResponseFigure.rows(known.get(visit), numbers)));
            }
        }
        return new Picture(svg.end(), marks);
    }

    private static GroupSummary.Numbers numbers(AnalysisResult result, int place) {
        return (GroupSummary.Numbers) result.groups().get(place);
    }

    private static Stream<Sample> samples(List<AnalysisResult> results) {
        return results.stream()
                .flatMap(result -> result.groups().stream())
                .map(summary -> ((GroupSummary.Numbers) summary).sample())
                .filter(sample -> sample.size() > 0);
    }

    /// Zero where nothing lies below it: lengths then compare.
    private static double low(List<AnalysisResult> results) {
        return Math.min(
                0,
                samples(results)
                        .mapToDouble(sample -> sample.quantile(0.25).orElseThrow())
                        .min()
                        .orElse(0));
    }

    private static double high(List<AnalysisResult> results) {
        return samples(results)
                .mapToDouble(sample -> sample.quantile(0.75).orElseThrow())
                .max()
                .orElse(1);
    }
}

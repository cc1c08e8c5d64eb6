package org.equipoise.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.analysis.AdverseEvents;
import org.equipoise.analysis.Group;
import org.equipoise.analysis.Rows;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;

/// Adverse events as a dot plot (Amit, Heiberger and Lane, Pharmaceutical Statistics 7 (2008) 20-35): shares of each
/// group on the left; on the right, once arms are known, the differences from the reference with their intervals.
public final class AdverseEventFigure {
    private static final double NAMES = 218;
    private static final double ROW = 30;
    private static final double GAP = 46;
    private static final int ONE_LINE = 30;

    private AdverseEventFigure() {}

    public static Picture of(String id, String title, AdverseEvents events) {
        int rows = events.lines().size();
        double bottom = Frame.TOP + 22 + ROW * rows;
        Svg svg = new Svg(
                Frame.WIDTH,
                bottom + 34,
                title,
                "Shares of participants with each kind of adverse event, and differences between arms.");
        boolean compared =
                events.lines().stream().anyMatch(line -> !line.differences().isEmpty());
        double middle = compared ? NAMES + (Frame.WIDTH - NAMES - GAP - 8) / 2 : Frame.WIDTH - 8;
        Scale shares = Scale.around(0, highestShare(events), NAMES, middle);
        Frame.legend(svg, events.groups());
        across(svg, shares, bottom, "% of participants");
        List<Picture.Mark> marks = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            AdverseEvents.Line line = events.lines().get(row);
            double y = Frame.TOP + 22 + ROW * (row + 0.5);
            name(svg, line.kind().label().english(), y);
            svg.line(NAMES, y, middle, y, Frame.GRID);
            for (int place = 0; place < events.groups().size(); place++) {
                Group group = events.groups().get(place);
                int participants = line.counts().get(place).participants();
                String cell = id + "-" + (row + 1) + "-" + (place + 1);
                String text = Frame.name(group) + ": " + participants + " of " + group.size();
                double shift = (place - (events.groups().size() - 1) / 2.0) * 7;
                svg.open(cell, text)
                        .mark(Hue.of(group, place), shares.place(share(participants, group)), y + shift, 4.5)
                        .close();
                marks.add(new Picture.Mark(
                        cell,
                        text,
                        Rows.of(
                                "adverse_events",
                                group.participants(),
                                "kind",
                                line.kind().id())));
            }
        }
        if (compared) {
            differences(svg, events, middle + GAP, bottom);
        }
        return new Picture(svg.end(), marks);
    }

    /// On two lines where one cannot hold it.
    private static void name(Svg svg, String name, double y) {
        int seam = name.length() <= ONE_LINE ? -1 : name.lastIndexOf(' ', name.length() / 2 + 4);
        if (seam < 0) {
            svg.words(NAMES - 12, y + 4.5, "end", name, Frame.INK);
        } else {
            svg.words(NAMES - 12, y - 2.5, "end", name.substring(0, seam), Frame.INK);
            svg.words(NAMES - 12, y + 11.5, "end", name.substring(seam + 1), Frame.INK);
        }
    }

    private static void across(Svg svg, Scale scale, double bottom, String name) {
        scale.ticks().forEach(tick -> {
            double x = scale.place(tick.doubleValue());
            svg.line(x, Frame.TOP + 18, x, bottom, Frame.GRID);
            svg.words(x, bottom + 16, "middle", Scale.words(tick), Frame.QUIET);
        });
        svg.words((scale.from() + scale.to()) / 2, bottom + 32, "middle", name, Frame.QUIET);
    }

    private static void differences(Svg svg, AdverseEvents events, double left, double bottom) {
        double reach = 0;
        for (AdverseEvents.Line line : events.lines()) {
            for (AdverseEvents.Difference difference : line.differences()) {
                if (difference.difference() instanceof Answer.Found<RiskDifference>(RiskDifference found)) {
                    reach = Math.max(reach, Math.abs(found.interval().lower()));
                    reach = Math.max(reach, Math.abs(found.interval().upper()));
                }
            }
        }
        Scale scale = Scale.around(-100 * reach, 100 * reach, left, Frame.WIDTH - 8);
        across(svg, scale, bottom, "Difference, percentage points");
        svg.line(scale.place(0), Frame.TOP + 14, scale.place(0), bottom, "stroke=\"#1b1f24\" stroke-width=\"1.4\"");
        for (int row = 0; row < events.lines().size(); row++) {
            AdverseEvents.Line line = events.lines().get(row);
            double y = Frame.TOP + 22 + ROW * (row + 0.5);
            for (int place = 0; place < line.differences().size(); place++) {
                AdverseEvents.Difference difference = line.differences().get(place);
                if (difference.difference() instanceof Answer.Found<RiskDifference>(RiskDifference found)) {
                    Hue hue = Hue.of(events.groups().get(arm(events, difference)), arm(events, difference));
                    double at = y + (place - (line.differences().size() - 1) / 2.0) * 7;
                    svg.line(
                            scale.place(100 * found.interval().lower()),
                            at,
                            scale.place(100 * found.interval().upper()),
                            at,
                            hue.solid(1.6));
                    svg.mark(hue, scale.place(100 * found.estimate()), at, 4.5);
                }
            }
        }
    }

    private static int arm(AdverseEvents events, AdverseEvents.Difference difference) {
        return events.groups().stream()
                .map(group -> group.arm().orElseThrow())
                .toList()
                .indexOf(difference.arm());
    }

    private static double highestShare(AdverseEvents events) {
        double highest = 1;
        for (AdverseEvents.Line line : events.lines()) {
            for (int place = 0; place < events.groups().size(); place++) {
                highest = Math.max(
                        highest,
                        share(
                                line.counts().get(place).participants(),
                                events.groups().get(place)));
            }
        }
        return highest;
    }

    private static double share(int participants, Group group) {
        return group.size() == 0 ? 0 : 100.0 * participants / group.size();
    }
}

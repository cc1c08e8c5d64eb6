package org.equipoise.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.analysis.Group;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;

/// The axes of a figure over visits: visits at their study days, a vertical scale, a legend above. Figures of one kind
/// look alike.
final class Frame {
    static final double WIDTH = 720;
    static final double LEFT = 64;
    static final double RIGHT = 24;
    static final double TOP = 44;
    static final double PLOT = 260;
    static final String INK = "fill=\"#1b1f24\" font-size=\"13\"";
    static final String QUIET = "fill=\"#57606a\" font-size=\"12\"";
    static final String GRID = "stroke=\"#d0d5db\" stroke-width=\"1\"";
    static final String AXIS = "stroke=\"#57606a\" stroke-width=\"1\"";

    private final List<Encounter> visits;
    private final double left;
    private final double right;

    Frame(Design design, List<String> at, double left, double right) {
        List<Encounter> found = new ArrayList<>();
        design.encounters().stream()
                .filter(encounter -> at.contains(encounter.id()))
                .forEach(found::add);
        this.visits = found;
        this.left = left;
        this.right = right;
    }

    List<Encounter> visits() {
        return visits;
    }

    /// Half a visit's room is left free at both ends.
    double x(String visit) {
        double margin = 26;
        Encounter encounter = visits.stream()
                .filter(each -> each.id().equals(visit))
                .findFirst()
                .orElseThrow();
        int first = visits.getFirst().day();
        int last = visits.getLast().day();
        double share = last == first ? 0.5 : (double) (encounter.day() - first) / (last - first);
        return left + margin + share * (right - left - 2 * margin);
    }

    /// Lines and numbers across, visits below. Where visits stand close together, every second one is named.
    void axes(Svg svg, Scale scale, String suffix, boolean numbered) {
        scale.ticks().forEach(tick -> {
            double y = scale.place(tick.doubleValue());
            svg.line(left, y, right, y, GRID);
            if (numbered) {
                svg.words(left - 8, y + 4, "end", Scale.words(tick) + suffix, QUIET);
            }
        });
        double y = scale.place(scale.low());
        svg.line(left, y, right, y, AXIS);
        double before = Double.NEGATIVE_INFINITY;
        for (Encounter visit : visits) {
            double x = x(visit.id());
            svg.line(x, y, x, y + 5, AXIS);
            if (x - before >= 46) {
                svg.words(x, y + 20, "middle", visit.label().english(), QUIET);
                before = x;
            }
        }
    }

    static void legend(Svg svg, List<Group> groups) {
        double x = LEFT;
        for (int place = 0; place < groups.size(); place++) {
            Hue hue = Hue.of(groups.get(place), place);
            String name = name(groups.get(place));
            svg.line(x, 20, x + 30, 20, hue.stroke(2)).mark(hue, x + 15, 20, 4.5);
            svg.words(x + 38, 24.5, "start", name, INK);
            x += 38 + 7.2 * name.length() + 28;
        }
    }

    static String name(Group group) {
        return Optional.of(group)
                .flatMap(Group::arm)
                .map(arm -> arm.label().english())
                .orElse("All randomised");
    }
}

package org.equipoise.analysis.figure;

import java.util.List;
import org.equipoise.analysis.Group;

/// How a group is told apart: by colour, by shape and by the line's pattern, never by colour alone. The colours are
/// those of Okabe and Ito (2008), whose pairs stay apart in every common form of colour vision.
///
/// @param dash the pattern of its lines, empty for a solid one
record Hue(String colour, Shape shape, String dash) {
    enum Shape {
        CIRCLE,
        SQUARE,
        TRIANGLE
    }

    private static final Hue EVERYONE = new Hue("#57606a", Shape.CIRCLE, "");
    private static final List<Hue> ARMS = List.of(
            new Hue("#0072b2", Shape.CIRCLE, ""),
            new Hue("#d55e00", Shape.SQUARE, "7 4"),
            new Hue("#007a5e", Shape.TRIANGLE, "2 3"),
            new Hue("#7a4fa3", Shape.CIRCLE, "9 3 2 3"));

    /// In the order of the design; a group that is everyone is grey.
    static Hue of(Group group, int place) {
        return group.arm().isEmpty() ? EVERYONE : ARMS.get(place % ARMS.size());
    }

    String stroke(double width) {
        return "stroke=\"" + colour + "\" stroke-width=\"" + Svg.number(width) + "\""
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    /// For intervals, which are never dashed.
    String solid(double width) {
        return "stroke=\"" + colour + "\" stroke-width=\"" + Svg.number(width) + "\"";
    }
}

package org.equipoise.analysis.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes one picture. Coordinates are set to a tenth of a unit, so that the last bit of a sum never shows.
final class Svg {
    private final StringBuilder text = new StringBuilder();

    Svg(double width, double height, String title, String description) {
        text.append("<svg class=\"figure\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\"><title>")
                .append(escaped(title))
                .append("</title><desc>")
                .append(escaped(description))
                .append("</desc>");
    }

    static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// What follows, until [#close()], is one mark that can be asked where it comes from.
    Svg open(String cell, String tip) {
        text.append("<g data-cell=\"")
                .append(escaped(cell))
                .append("\"><title>")
                .append(escaped(tip))
                .append("</title>");
        return this;
    }

    Svg close() {
        text.append("</g>");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        text.append("<path d=\"M")
                .append(number(x1))
                .append(' ')
                .append(number(y1))
                .append('L')
                .append(number(x2))
                .append(' ')
                .append(number(y2))
                .append("\" ")
                .append(style)
                .append("/>");
        return this;
    }

    /// A line through points, x and y in turn.
    Svg lines(double[] points, String style) {
        text.append("<path fill=\"none\" d=\"");
        for (int at = 0; at < points.length; at += 2) {
            text.append(at == 0 ? 'M' : 'L')
                    .append(number(points[at]))
                    .append(' ')
                    .append(number(points[at + 1]));
        }
        text.append("\" ").append(style).append("/>");
        return this;
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        text.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" ")
                .append(style)
                .append("/>");
        return this;
    }

    Svg mark(Hue hue, double x, double y, double size) {
        switch (hue.shape()) {
            case CIRCLE ->
                text.append("<circle cx=\"")
                        .append(number(x))
                        .append("\" cy=\"")
                        .append(number(y))
                        .append("\" r=\"")
                        .append(number(size))
                        .append("\" fill=\"")
                        .append(hue.colour())
                        .append("\"/>");
            case SQUARE -> rectangle(x - size, y - size, 2 * size, 2 * size, "fill=\"" + hue.colour() + "\"");
            case TRIANGLE ->
                text.append("<path d=\"M")
                        .append(number(x))
                        .append(' ')
                        .append(number(y - 1.2 * size))
                        .append('L')
                        .append(number(x + 1.2 * size))
                        .append(' ')
                        .append(number(y + size))
                        .append('L')
                        .append(number(x - 1.2 * size))
                        .append(' ')
                        .append(number(y + size))
                        .append("Z\" fill=\"")
                        .append(hue.colour())
                        .append("\"/>");
        }
        return this;
    }

    /// @param anchor start, middle or end
    Svg words(double x, double y, String anchor, String words, String style) {
        text.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" ")
                .append(style)
                .append('>')
                .append(escaped(words))
                .append("</text>");
        return this;
    }

    String end() {
        return text.append("</svg>").toString();
    }
}

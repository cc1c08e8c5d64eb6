package org.equipoise.analysis.figure;

import java.util.List;
import org.equipoise.analysis.Rows;

/// A figure drawn, and where each of its marks comes from.
public record Picture(String svg, List<Mark> marks) {
    public Picture {
        marks = List.copyOf(marks);
    }

    /// One mark and what it rests on.
    ///
    /// @param cell the identifier that the mark carries as `data-cell`
    /// @param text what it shows, in words
    public record Mark(String cell, String text, Rows rows) {}
}

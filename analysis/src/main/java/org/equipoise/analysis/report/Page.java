package org.equipoise.analysis.report;

import java.util.List;

/// The report as it stands on paper: every word and number set, nothing left to decide but the layout.
///
/// @param banner the first thing to read, or empty
record Page(
        String title,
        String banner,
        List<Line> summary,
        Diagram flow,
        List<Grid> participants,
        List<Answered> answers,
        Grid dosing,
        List<Grid> assumptions,
        List<Line> record,
        List<String> limits) {

    /// A name and what it stands for.
    record Line(String name, String value) {}

    /// A table: heads, rows and notes.
    record Grid(String caption, List<Head> heads, List<List<String>> rows, List<String> notes) {}

    /// @param number whether the column is set as numbers, on the right
    record Head(String text, boolean number) {}

    /// A planned table, and the estimand it answers.
    record Answered(Grid grid, List<Line> estimand) {}

    /// The flow of participants: those who gave consent, those who left before randomisation, those randomised.
    record Diagram(Box consented, Box excluded, Box randomized, List<Box> groups) {}

    record Box(String title, String count, List<Line> lines) {}
}

package org.equipoise.analysis.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.figure.Picture;

/// The report as it stands on paper: every word and number set, nothing left to decide but the layout.
///
/// @param banner the first thing to read, or empty
/// @param headline the answer to each primary question in a sentence; its identifier is `headline-` and its number
record Page(
        String title,
        String translated,
        String banner,
        List<Line> summary,
        List<Cell> headline,
        List<Section> sections) {

    static String headline(int place) {
        return "headline-" + (place + 1);
    }

    /// A chapter; its identifier is what the contents point at.
    record Section(String id, String title, List<Block> blocks) {}

    sealed interface Block {}

    /// A name and what it stands for.
    ///
    /// @param rows what the value rests on, where it is a number
    record Line(String name, String value, Optional<Rows> rows) {
        Line(String name, String value) {
            this(name, value, Optional.empty());
        }
    }

    /// Several of them under a small heading.
    record Lines(String title, List<Line> lines) implements Block {}

    record Words(List<String> paragraphs) implements Block {}

    /// A small heading between tables.
    record Heading(String text) implements Block {}

    /// A table: heads, rows and notes. A cell that rests on rows has the identifier `table-row-column`, from 1.
    ///
    /// @param spans heads over several columns, which together span them all; none where there is one line of heads
    record Grid(
            String id,
            String caption,
            String translated,
            List<Span> spans,
            List<Head> heads,
            List<List<Cell>> rows,
            List<String> notes)
            implements Block {
        Grid(
                String id,
                String caption,
                String translated,
                List<Head> heads,
                List<List<Cell>> rows,
                List<String> notes) {
            this(id, caption, translated, List.of(), heads, rows, notes);
        }

        private static final int PAGEFUL = 16;

        private static final int LONG_NAME = 22;

        /// Whether its first column holds sentences, and wants room.
        boolean hasLongNames() {
            return rows.stream().anyMatch(row -> row.getFirst().text().length() > LONG_NAME);
        }

        /// Whether a page can hold it whole.
        boolean isShort() {
            return rows.size() <= PAGEFUL;
        }

        String cell(int row, int column) {
            return id + "-" + (row + 1) + "-" + (column + 1);
        }
    }

    record Span(String text, int columns) {}

    /// @param number whether the column is set as numbers, on the right
    record Head(String text, boolean number) {
        private static final int ONE_LINE = 16;

        /// Its classes: on the right, never broken.
        String style() {
            return (number ? "number" : "words") + (text.length() <= ONE_LINE ? " short-head" : "");
        }

        static Head words(String text) {
            return new Head(text, false);
        }

        static Head number(String text) {
            return new Head(text, true);
        }
    }

    /// @param rows what the number rests on, where it is one
    record Cell(String text, Optional<Rows> rows) {
        private static final int ONE_LINE = 16;

        /// Whether it is never broken.
        boolean isShort() {
            return text.length() <= ONE_LINE;
        }

        static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }

        static Cell of(String text, Rows rows) {
            return new Cell(text, Optional.of(rows));
        }
    }

    /// A figure with its caption and notes.
    record Drawing(String id, String caption, String translated, Picture picture, List<String> notes)
            implements Block {}

    /// The flow of participants: those who gave consent, those who left before randomisation, those randomised, and for
    /// each group its boxes from allocation to analysis.
    record Diagram(Box consented, Box excluded, Box randomized, List<List<Box>> groups) implements Block {
        Stream<Box> boxes() {
            return Stream.concat(
                    Stream.of(consented, excluded, randomized), groups.stream().flatMap(List::stream));
        }
    }

    /// A number of participants, and how they part.
    ///
    /// @param id the identifier of its number; those of its lines are numbered behind it, from 1
    record Box(String id, String title, String count, Rows rows, List<Line> lines) {
        String line(int place) {
            return id + "-" + (place + 1);
        }
    }
}

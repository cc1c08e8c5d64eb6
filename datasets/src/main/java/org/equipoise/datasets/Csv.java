package org.equipoise.datasets;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.equipoise.language.value.Decimals;

/// A data set as CSV: RFC 4180 in UTF-8 without a byte order mark, lines ending in CR LF, names of columns first.
///
/// Nothing known is an empty cell; a text that is empty is `""`. The last column, `sources`, lists the events between
/// brackets (`[17 412.30]`), since a program that took `412.30` for a number would lose its last digit.
///
/// Spreadsheets run cells that begin like a formula (OWASP, "CSV Injection"). So a text whose first character that is
/// no space is one of `= + - @`, their full-width forms, a tab or a line break gets an apostrophe in front, unless it
/// is a plain decimal number: `-1.5` stays `-1.5`. A text that begins with an apostrophe gets another. Reading back:
/// drop the first apostrophe of every cell that begins with one.
public final class Csv {
    private static final String TRIGGERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String LINE = "\r\n";

    private Csv() {}

    public static byte[] write(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        for (Column column : dataset.columns()) {
            cell(column.name(), text).append(',');
        }
        text.append("sources").append(LINE);
        for (Row row : dataset.rows()) {
            row.values().forEach(value -> {
                value.ifPresent(known -> cell(known, text));
                text.append(',');
            });
            text.append(row.sources().stream().map(Source::toString).collect(Collectors.joining(" ", "[", "]")))
                    .append(LINE);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder cell(String value, StringBuilder text) {
        String guarded = value.startsWith("'") || beginsLikeFormula(value) ? "'" + value : value;
        return needsQuotes(guarded)
                ? text.append('"').append(guarded.replace("\"", "\"\"")).append('"')
                : text.append(guarded);
    }

    private static boolean beginsLikeFormula(String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (Character.isISOControl(character)) {
                return true;
            }
            if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
                return TRIGGERS.indexOf(character) >= 0 && Decimals.read(value).isEmpty();
            }
        }
        return false;
    }

    private static boolean needsQuotes(String value) {
        if (value.isEmpty()) {
            return true;
        }
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == ',' || character == '"' || character == '\r' || character == '\n') {
                return true;
            }
        }
        return false;
    }
}

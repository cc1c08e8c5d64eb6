package org.equipoise.protocol.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.ConditionReader;
import org.equipoise.language.expression.ExpressionFault;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Excerpt;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;

/// Reads the conditions of a study; a faulty one becomes a finding, and a stand-in that nothing will ever judge.
final class Conditions {
    private static final ExpressionFault UNCOUNTABLE = new ExpressionFault(
            1,
            1,
            "a number or a quantity in it cannot be read",
            "write a quantity as '5 mg', with at most 15 digits, powers of at most 2 digits and no backslash");
    private static final Condition FAULTY = new Condition.CodeIn(new ItemName("", ""), Set.of());

    /// Numbers and powers that would be counted out to the last digit, numbers with a space for a unit, and escapes
    /// that
    /// could hide them.
    private static final Pattern BEYOND_COUNTING = Pattern.compile(
            "\\\\|[0-9]{16}|[0-9][eE][+-]?[0-9]{3}|[\"']-?[0-9.]+ [^\"']*[*A-Za-z\\])}][+-]?[0-9]{3}|[0-9] +[\"']");

    private final ConditionReader reader;
    private final Findings findings;

    Conditions(Vocabulary vocabulary, Findings findings) {
        this.reader = new ConditionReader(vocabulary);
        this.findings = findings;
    }

    Condition condition(Node node) {
        if (BEYOND_COUNTING.matcher(node.text()).find()) {
            report(node, List.of(UNCOUNTABLE));
            return FAULTY;
        }
        return switch (reader.read(node.text())) {
            case ConditionReader.Reading.Read(var condition) -> condition;
            case ConditionReader.Reading.Faulty(var faults) -> {
                report(node, faults);
                yield FAULTY;
            }
        };
    }

    private void report(Node node, List<ExpressionFault> faults) {
        for (ExpressionFault fault : faults) {
            Place place = new Place(node.place().file(), node.place().line() + fault.line() - 1);
            findings.error(
                    "faulty-expression",
                    place,
                    Excerpt.of(fault.what()) + " (in \"" + excerpt(node.text(), fault) + "\")",
                    "a condition that cannot be computed decides nothing about a participant",
                    capital(fault.fix()));
        }
    }

    /// The part of the text where the fault lies.
    private static String excerpt(String text, ExpressionFault fault) {
        String line = text.lines().skip(fault.line() - 1L).findFirst().orElse(text);
        int from = Math.max(0, Math.min(line.length(), fault.column() - 1) - 30);
        return line.substring(from, Math.min(line.length(), from + 60)).strip();
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}

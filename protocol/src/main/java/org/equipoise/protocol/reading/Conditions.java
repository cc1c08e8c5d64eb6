package org.equipoise.protocol.reading;

import java.util.List;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.ConditionReader;
import org.equipoise.language.expression.ExpressionFault;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;

/// Reads the conditions of a study; a faulty one becomes a finding, and a stand-in that nothing will ever judge.
final class Conditions {
    private static final Condition FAULTY = new Condition.Derived("");

    private final ConditionReader reader;
    private final Findings findings;

    Conditions(Vocabulary vocabulary, Findings findings) {
        this.reader = new ConditionReader(vocabulary);
        this.findings = findings;
    }

    Condition condition(Node node) {
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
                    fault.what() + " (in \"" + excerpt(node.text(), fault) + "\")",
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

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
    private static final Condition FAULTY = new Condition.AtLeast(1, List.of());

    /// Numbers and powers that would be counted out to the last digit, numbers with a space for a unit, and escapes
    /// that could hide them.
    private static final Pattern BEYOND_COUNTING = Pattern.compile(
            "\\\\|[0-9]{16}|[0-9][eE][+-]?[0-9]{3}|[\"']-?[0-9.]+ [^\"']*[*A-Za-z\\])}][+-]?[0-9]{3}|[0-9] +[\"']");

    private final ConditionReader reader;
    private final Vocabulary vocabulary;
    private final Set<ItemName> sealed;
    private final Findings findings;

    /// Conditions that conduct judges: they may not rest on what is sealed, for what follows from them would tell it.
    Conditions(Vocabulary vocabulary, Set<ItemName> sealed, Findings findings) {
        this.reader = new ConditionReader(vocabulary);
        this.vocabulary = vocabulary;
        this.sealed = sealed;
        this.findings = findings;
    }

    /// Conditions that the analysis judges: they may rest on anything.
    Conditions(Vocabulary vocabulary, Findings findings) {
        this(vocabulary, Set.of(), findings);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Condition condition(Node node) {
        return condition(node, Set.of());
    }

    /// A condition on one entry of these logs.
    Condition condition(Node node, Set<String> entriesOf) {
        if (BEYOND_COUNTING.matcher(node.text()).find()) {
            report(node, List.of(UNCOUNTABLE));
            return FAULTY;
        }
        return switch (reader.read(node.text(), entriesOf)) {
            case ConditionReader.Reading.Read(var condition) -> {
                condition.items().stream().filter(sealed::contains).forEach(item -> restsOnSealed(node, item));
                yield condition;
            }
            case ConditionReader.Reading.Faulty(var faults) -> {
                report(node, faults);
                yield FAULTY;
            }
        };
    }

    private void restsOnSealed(Node node, ItemName item) {
        findings.error(
                "sealed-item",
                node.place(),
                "the condition rests on " + item + ", which is sealed until treatments are revealed",
                "what follows from a sealed value tells it to those who must not know",
                "Judge it in the analysis, or choose an item that is not unblinding");
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

package org.equipoise.language.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.List;
import java.util.Set;

/// Reads conditions: CEL's parser for the syntax, then names, types and units against the vocabulary.
public final class ConditionReader {
    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().build();

    private final Vocabulary vocabulary;

    public ConditionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// A condition, or why the text is none.
    public sealed interface Reading {
        record Read(Condition condition) implements Reading {}

        record Faulty(List<ExpressionFault> faults) implements Reading {}
    }

    public Reading read(String text) {
        return read(text, Set.of());
    }

    /// Reads a condition on one entry of these logs, whose items it may name without `any`.
    public Reading read(String text, Set<String> entriesOf) {
        CelValidationResult parsed = PARSER.parse(text);
        if (parsed.hasError()) {
            return new Reading.Faulty(
                    parsed.getErrors().stream().map(ConditionReader::fault).toList());
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            Rejections rejections = new Rejections(tree.getSource());
            References references = new References(vocabulary, rejections, entriesOf);
            return new Reading.Read(new ConditionChecker(references, rejections).condition(tree.getExpr()));
        } catch (CelValidationException e) {
            throw new IllegalStateException("a parse without errors has no tree", e);
        } catch (Rejections.Rejected rejected) {
            return new Reading.Faulty(List.of(rejected.fault()));
        }
    }

    private static ExpressionFault fault(CelIssue issue) {
        return new ExpressionFault(
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn() + 1,
                "the expression cannot be read: " + issue.getMessage(),
                "write it as in: screening.age >= '18 a' && activity.rash == 'yes'");
    }
}

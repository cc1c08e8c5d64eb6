package org.equipoise.language.expression;

/// Why a text is not an expression over the vocabulary: where it goes wrong (line and column count from 1), what is
/// wrong, what to do.
public record ExpressionFault(int line, int column, String what, String fix) {}

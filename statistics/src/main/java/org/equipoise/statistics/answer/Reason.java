package org.equipoise.statistics.answer;

/// Why data cannot answer a question.
public enum Reason {
    /// A group that the question names has no unit.
    EMPTY_GROUP("a group has no units"),
    /// Both groups have units, but no stratum or chain of strata joins them.
    NOT_COMPARABLE("no stratum holds units of both groups"),
    /// No degree of freedom is left to estimate a variance.
    TOO_FEW_UNITS("there are too few units to estimate a variance"),
    /// The values are the same but for rounding, so that the standard error is zero.
    NO_VARIATION("the values do not vary"),
    /// A ratio of counts, or its logarithm, would divide by zero or be infinite.
    EMPTY_CELL("a count is zero, so that the ratio has no interval"),
    /// An enumeration would not end in reasonable time.
    TOO_MANY_WAYS("there are too many ways to fill in what is unknown");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /// The reason as a clause for a footnote.
    public String words() {
        return words;
    }
}

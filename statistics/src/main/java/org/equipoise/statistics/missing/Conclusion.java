package org.equipoise.statistics.missing;

/// What a two-sided test lets one say of two proportions.
public enum Conclusion {
    FIRST_GREATER,
    NOT_SHOWN,
    SECOND_GREATER
}

package org.equipoise.conduct.state;

/// Where a participant stands, in a word: what a sentence or a list shows of the state.
public enum Standing {
    IN_SCREENING,
    ELIGIBLE,
    RANDOMIZED,
    SCREENING_FAILED,
    CONSENT_WITHDRAWN,
    COMPLETED,
    DISCONTINUED
}

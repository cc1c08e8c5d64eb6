package org.equipoise.rehearsal.trial;

import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;

/// What is compared: one primary analysis at one visit, an arm with the reference.
public record Comparison(String analysis, String endpoint, String at, String arm, String reference) {

    static Comparison of(ContrastFigure figure) {
        return new Comparison(figure.analysis(), figure.endpoint(), figure.at(), figure.arm(), figure.reference());
    }
}

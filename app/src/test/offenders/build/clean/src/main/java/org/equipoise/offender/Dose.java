package org.equipoise.offender;

/// Breaks nothing: what fails elsewhere fails for its own reason.
public record Dose(String amount) {}

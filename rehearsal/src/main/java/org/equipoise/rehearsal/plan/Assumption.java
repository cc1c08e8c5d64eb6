package org.equipoise.rehearsal.plan;

/// One number a rehearsal rests on, where it comes from and how sure it is.
public record Assumption(String name, String value, String source, String certainty) {}

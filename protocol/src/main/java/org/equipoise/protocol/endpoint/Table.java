package org.equipoise.protocol.endpoint;

import org.equipoise.protocol.design.Label;

/// A planned table that shows one analysis.
public record Table(String id, Label title, Analysis analysis) {}

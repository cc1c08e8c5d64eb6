package org.equipoise.analysis;

/// Whether a participant answered by the SLEDAI.
final class KnowsOneDisease {}

package org.equipoise.offender;

import tools.jackson.core.json.JsonFactory;

/// Uses a library that its pom does not name, by way of one that its pom names and it does not use.
public record Dose(JsonFactory factory) {}

package org.equipoise.protocol.endpoint;

import java.util.List;

/// The five attributes of ICH E9(R1), in the protocol's words.
public record Estimand(
        String id,
        String population,
        String treatments,
        String endpoint,
        List<IntercurrentEvent> intercurrentEvents,
        String summary) {
    public Estimand {
        intercurrentEvents = List.copyOf(intercurrentEvents);
    }

    public record IntercurrentEvent(String event, String strategy) {}
}

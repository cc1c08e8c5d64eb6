package org.equipoise.protocol.safety;

import java.util.List;

/// The data and safety monitoring board (DSMB): how many members, and when it reviews.
public record MonitoringBoard(int members, List<String> reviews) {
    public MonitoringBoard {
        reviews = List.copyOf(reviews);
    }
}

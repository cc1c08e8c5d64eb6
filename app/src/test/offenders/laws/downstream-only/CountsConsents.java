package org.equipoise.statistics.mean;

import java.util.List;
import org.equipoise.journal.event.ConsentEvent;

/// Statistics that knows a trial.
final class CountsConsents {
    double mean(List<ConsentEvent> consents) {
        return consents.size();
    }
}

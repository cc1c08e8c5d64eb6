package org.equipoise.conduct.decision;

import java.time.Instant;
import java.util.function.Supplier;

/// By reference only, so that no call can be seen.
final class LooksAtTheClock {
    final Supplier<Instant> when = Instant::now;
}

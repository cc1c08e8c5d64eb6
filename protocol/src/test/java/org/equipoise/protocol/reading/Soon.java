package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// A reading that must end soon. What counts is the time of the processor, because a busy machine is not the study's
/// fault; the clock only stops what would never end.
final class Soon {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration NEVER = Duration.ofMinutes(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static {
        // Loading the readers' classes is not part of a reading.
        Example.base().read();
    }

    private Soon() {}

    static StudyReader.Reading read(Example example) {
        return assertTimeoutPreemptively(NEVER, () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            StudyReader.Reading reading = example.read();
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .isLessThan(LONGEST);
            return reading;
        });
    }
}

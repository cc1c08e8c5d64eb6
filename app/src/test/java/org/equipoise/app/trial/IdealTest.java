package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.equipoise.app.trial.PooledResponses.Share;
import org.junit.jupiter.api.Test;

/// Where everybody comes, takes every dose and nobody errs, whole trials give back what the model was calibrated to:
/// screening by all criteria, forms, scores and the response index change nothing. Forty thousand participants are
/// followed by hand: docs/reference/operating-characteristics.md.
class IdealTest {
    private static final int TRIALS = 80;

    @Test
    void whole_trials_give_back_the_responses_of_the_calibration() throws IOException {
        assertCalibrated(PooledResponses.of("il2-lupus", "ideal", TRIALS));
    }

    static void assertCalibrated(PooledResponses found) throws IOException {
        List<String> lines =
                Files.readAllLines(TestStudies.TRIALS.resolveSibling("reference/low-dose-il2/calibration.csv"));
        assertThat(lines).hasSizeGreaterThan(1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Share share = found.at(cells[0], cells[1]);
            assertThat(share.value())
                    .as(line)
                    .isCloseTo(Double.parseDouble(cells[2]), within(0.01 + 3 * share.monteCarloError()));
        }
    }
}

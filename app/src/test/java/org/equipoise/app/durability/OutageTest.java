package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A disk is full or the database is away for a while; people go on giving commands.
@EnabledOnOs(value = OS.LINUX, disabledReason = "disks are made by Linux, and processes are asked of /proc")
@EnabledIf(
        value = "org.equipoise.app.durability.Trial#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class OutageTest {
    private static final long MILLISECONDS = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATA_FULL               | 1 | The disk of the database is full (could not extend file
            LOG_FULL                | 1 | Nothing that was answered is lost
            VAULT_FULL              | 1 | cannot be written: No space left on device. See to it that its disk has room
            WITNESS_FULL            | 1 | No space left on device. The trial goes on; what is written meanwhile is not
            CUT_OFF                 | 2 | The database cannot be reached, or failed
            SILENT_TO_THE_IMPATIENT | 1 | The database cannot be reached, or failed
            """)
    void nothing_answered_is_lost_nothing_is_half_done_it_is_said_and_the_trial_comes_back_by_itself(
            Faults fault, int times, String sentence) throws Exception {
        if (fault.needsDisk()) {
            assumeThat(Disk.missing()).isEmpty();
        }
        try (Faults.Scene scene = fault.scene(folder)) {
            for (int i = 0; i < times; i++) {
                Outage.Found found = scene.run(MILLISECONDS);
                assertThat(found.aftermath().acknowledged()).as("%s", found).isPositive();
                assertThat(found.aftermath().lost()).as("%s", found).isZero();
                assertThat(found.aftermath().partial()).as("%s", found).isZero();
                assertThat(found.said()).anySatisfy(said -> assertThat(said).contains(sentence));
            }
        }
    }
}

package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Database, vault and witness are on one disk, which loses its power.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the power is cut by ext4")
@EnabledIf(
        value = "org.equipoise.app.durability.Trial#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class PowerCutTest {
    private static final int MEBIBYTES = 2_048;
    private static final int CUTS = 3;
    private static final int MOST_CONTROLS = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @BeforeAll
    static void tryOne() {
        assumeThat(Disk.missing()).isEmpty();
    }

    @Test
    void of_what_was_answered_nothing_is_lost_and_nothing_is_half_done_when_the_power_is_cut() throws Exception {
        try (Disk disk = Disk.make(folder.resolve("kept"), MEBIBYTES)) {
            Crash cut = Crash.powerCut(disk);
            for (int i = 0; i < CUTS; i++) {
                Aftermath found = cut.run(500 + 300L * i);
                assertThat(found.acknowledged()).as("%s", found).isPositive();
                assertThat(found.lost()).as("%s", found).isZero();
                assertThat(found.partial()).as("%s", found).isZero();
            }
        }
    }

    /// Otherwise the test above would see nothing.
    @Test
    void a_server_that_does_not_flush_is_caught() throws Exception {
        try (Disk disk = Disk.make(folder.resolve("control"), MEBIBYTES)) {
            Crash cut = Crash.powerCut(disk, "fsync=off");
            long lost = 0;
            for (int i = 0; i < MOST_CONTROLS && lost == 0; i++) {
                lost = cut.run(800).lost();
            }
            assertThat(lost).isPositive();
        }
    }
}

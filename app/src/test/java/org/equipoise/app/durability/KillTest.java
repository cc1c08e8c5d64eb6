package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "which processes belong to a server is asked of /proc")
@EnabledIf(
        value = "org.equipoise.app.durability.Trial#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class KillTest {
    private static final int CYCLES = 5;
    private static final int MOST_CONTROLS = 5;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void of_what_was_answered_nothing_is_lost_and_nothing_is_half_done_when_the_server_is_killed() throws Exception {
        Crash kill = Crash.kill(folder.resolve("kept"));
        for (int i = 0; i < CYCLES; i++) {
            Aftermath found = kill.run(400 + 150L * i);
            assertThat(found.acknowledged()).as("%s", found).isPositive();
            assertThat(found.lost()).as("%s", found).isZero();
            assertThat(found.partial()).as("%s", found).isZero();
        }
    }

    /// Otherwise the test above would see nothing.
    @Test
    void a_server_that_answers_before_it_has_written_is_caught() throws Exception {
        Crash kill = Crash.kill(folder.resolve("control"), "synchronous_commit=off");
        long lost = 0;
        for (int i = 0; i < MOST_CONTROLS && lost == 0; i++) {
            lost = kill.run(800).lost();
        }
        assertThat(lost).isPositive();
    }
}

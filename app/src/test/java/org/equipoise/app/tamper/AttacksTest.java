package org.equipoise.app.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.equipoise.app.durability.Durable;
import org.equipoise.app.house.ManualPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What a superuser can do to the journal, and what finds it: docs/reference/reliability.md has the table.
class AttacksTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    static boolean isPossible() {
        return Durable.isPossible() && Judge.isPossible();
    }

    @Test
    @EnabledIf(value = "isPossible", disabledReason = "it needs a PostgreSQL and python3 with the package cryptography")
    void each_attack_has_the_outcome_that_is_documented() throws Exception {
        assertThat(Attack.all()).hasSizeGreaterThanOrEqualTo(20);
        SoftAssertions outcomes = new SoftAssertions();
        try (AttackedTrial trial = new AttackedTrial(folder);
                Judge judge = new Judge(trial.publicKey())) {
            for (Attack attack : Attack.all()) {
                SortedMap<String, String> found = new TreeMap<>(trial.found(attack, judge));
                found.computeIfPresent(
                        "serving", (_, why) -> why.contains(attack.says("serving")) ? attack.says("serving") : why);
                outcomes.assertThat(found).as(attack.title()).isEqualTo(attack.expected());
            }
        }
        outcomes.assertAll();
    }

    @Test
    void the_page_says_what_finds_them() {
        String table = Attack.all().stream()
                .map(Attack::row)
                .collect(Collectors.joining("", "| what is done | what finds it |\n|---|---|\n", ""));
        ManualPage.of("docs/reference/reliability.md").mustHave("attacks", table);
    }
}

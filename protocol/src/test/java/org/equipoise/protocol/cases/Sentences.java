package org.equipoise.protocol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.protocol.finding.Finding;

/// What every finding owes its reader: a short line in plain words, and the way out.
public final class Sentences {
    private static final int LONGEST = 400;

    private Sentences() {}

    public static void sayWhatToDo(Finding finding) {
        assertThat(finding.sentence())
                .hasSizeLessThan(LONGEST)
                .doesNotContain("\n", "\t", "Exception", "java.", "..", ": .", "?.")
                .doesNotContainPattern("\\p{Cntrl}")
                .matches("(?s).*[.?]");
        assertThat(finding.message()).isNotBlank().doesNotEndWith(".");
        assertThat(finding.why()).isNotBlank();
        assertThat(finding.fix())
                .isNotBlank()
                .matches(fix -> Character.isUpperCase(fix.charAt(0)), "begins a sentence");
    }
}

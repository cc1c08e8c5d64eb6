package org.equipoise.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;

/// The page on the first record says what is found in it, and that is what is found.
class RecordPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (L-\\d\\d) \\| (.+?) \\| (\\d*) \\| (.+) \\|$");
    private static final Pattern KIND = Pattern.compile("`([a-z-]+)`");
    private static final String PERSON = "person";

    private static final List<MatchResult> ROWS = ROW.matcher(new String(
                    Fixtures.bytes(Fixtures.ROOT.resolve("docs/reference/registry-record.md")), StandardCharsets.UTF_8))
            .results()
            .toList();

    @Test
    void every_problem_is_found_as_the_page_says_or_left_to_a_person_with_the_reason() {
        List<Finding> findings = StudyReader.read(new StudyFolder(
                        "draft", Fixtures.draft("registry-record.txt").files()))
                .findings();
        assertThat(ROWS)
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30)
                        .mapToObj("L-%02d"::formatted)
                        .toList());
        for (MatchResult row : ROWS) {
            if (row.group(2).equals(PERSON)) {
                assertThat(row.group(4)).as(row.group(1)).hasSizeGreaterThan(20);
                continue;
            }
            List<String> kinds = KIND.matcher(row.group(2))
                    .results()
                    .map(kind -> kind.group(1))
                    .toList();
            assertThat(findings).extracting(Finding::id).as(row.group(1)).containsAll(kinds);
            String place =
                    row.group(3).isEmpty() ? "(registry-record.txt)" : "(registry-record.txt:" + row.group(3) + ")";
            assertThat(findings)
                    .as(row.group(1))
                    .anyMatch(finding ->
                            kinds.contains(finding.id()) && finding.message().endsWith(place));
        }
        assertThat(ROWS).filteredOn(row -> row.group(2).equals(PERSON)).hasSize(3);
    }
}

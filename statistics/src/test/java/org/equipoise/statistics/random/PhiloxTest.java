package org.equipoise.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhiloxTest {
    static List<Row> knownAnswers() {
        return ReferenceTable.rows("philox/known-answers.csv");
    }

    @ParameterizedTest
    @MethodSource("knownAnswers")
    void the_words_are_those_that_the_authors_published(Row row) {
        var philox = new Philox(
                new Seed(word(row, "key0"), word(row, "key1")),
                word(row, "counter0"),
                word(row, "counter1"),
                word(row, "counter2"),
                word(row, "counter3"));
        for (int i = 0; i < 4; i++) {
            assertThat(philox.next()).isEqualTo(word(row, "word" + i));
        }
    }

    @Test
    void after_four_words_the_counter_has_moved_by_one() {
        var stream = new Philox(Seed.of(5), 1, 2, 3, 4);
        var later = new Philox(Seed.of(5), 2, 2, 3, 4);
        for (int i = 0; i < 4; i++) {
            stream.next();
        }
        for (int i = 0; i < 8; i++) {
            assertThat(stream.next()).isEqualTo(later.next());
        }
    }

    private static long word(Row row, String column) {
        return Long.parseUnsignedLong(row.text(column), 16);
    }
}

package org.equipoise.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {
    @Test
    void a_number_is_read_as_the_seed_it_stands_for() {
        assertThat(Seed.parse("42")).isEqualTo(Seed.of(42));
        assertThat(Seed.parse("-9223372036854775808")).isEqualTo(Seed.of(Long.MIN_VALUE));
    }

    @Test
    void hexadecimal_digits_are_the_key_itself() {
        Seed seed = Seed.parse("0123456789abcdefFEDCBA9876543210");
        assertThat(seed).isEqualTo(new Seed(0x0123456789abcdefL, 0xfedcba9876543210L));
        assertThat(seed.hex()).isEqualTo("0123456789abcdeffedcba9876543210");
        assertThat(Seed.parse("00000000000000000000000000000042")).isEqualTo(new Seed(0, 0x42));
    }

    @Test
    void small_numbers_give_keys_that_share_no_pattern() {
        Seed one = Seed.of(1);
        Seed two = Seed.of(2);
        assertThat(Long.bitCount(one.first() ^ two.first()) + Long.bitCount(one.second() ^ two.second()))
                .isBetween(40, 88);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1.0", "seed", "9223372036854775808", "0123456789abcdef", "+1"})
    void other_text_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> Seed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A seed is a whole number between -2^63 and 2^63 - 1, or 32 hexadecimal digits.");
    }

    @Test
    void a_seed_is_not_written_by_accident() {
        assertThat(Seed.of(1)).hasToString("Seed[withheld]");
    }
}

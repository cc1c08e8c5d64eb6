package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.protocol.cases.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Conditions and units that nobody writes in good faith.
class HostileExpressionsTest {
    private static final String ADULT = "entry.age >= '18 a'";

    static Stream<Arguments> faulty() {
        List<Arguments> all = new ArrayList<>();
        condition(all, "endless", ADULT + (" && " + ADULT).repeat(10_000));
        condition(all, "parentheses, deep", "(".repeat(1_900) + ADULT + ")".repeat(1_900));
        condition(all, "parentheses that never close", "(".repeat(3_900));
        condition(all, "brackets that never close", "[".repeat(3_900));
        condition(all, "braces that never close", "{".repeat(3_900));
        condition(all, "calls, deep", "f(".repeat(1_900));
        condition(all, "minus upon minus", "-".repeat(3_900) + "1");
        condition(all, "a sum without end", "1" + "+1".repeat(1_900) + " > 1");
        condition(all, "names without end", "a" + ".a".repeat(1_900) + " > 1");
        condition(all, "indices without end", "entry" + "[0]".repeat(1_200) + " > 1");
        condition(all, "choices without end", "a?b:".repeat(900) + "c");
        condition(all, "loops within loops", "[1].all(x, ".repeat(200) + "true" + ")".repeat(200));
        condition(all, "a loop", "entry.codes.exists(x, x == 'a')");
        condition(all, "a presence test", "has(entry.age)");
        condition(all, "a map", "{'a': 1}");
        condition(all, "a message", "Trial{id: 1}");
        condition(all, "bytes", "entry.asthma == b'yes'");
        condition(all, "null", "entry.age == null");
        condition(all, "a name from the root", ".entry.age >= '18 a'");
        condition(all, "a count beyond counting", "atLeast(9223372036854775807, " + ADULT + ")");
        condition(all, "a count below nothing", "atLeast(-1, " + ADULT + ")");
        condition(all, "a number beyond 64 bits", "entry.age > 9223372036854775808");
        condition(all, "a number beyond doubles", "entry.age > 1e400");
        condition(all, "a quantity with a power", "entry.age > '1e9 a'");
        condition(all, "a quantity of many digits", "entry.age > '" + "9".repeat(3_900) + " a'");
        condition(all, "a quantity without number", "entry.age > ' a'");
        condition(all, "an empty quantity", "entry.age > ''");
        condition(all, "an empty unit", "entry.age > '18 '");
        condition(all, "a unit of many parentheses", "entry.age > '18 " + "(".repeat(1_900) + "'");
        condition(all, "a unit with a monstrous power", "entry.age > '18 10*999999999'");
        condition(all, "a unit of many factors", "entry.age > '18 " + "m.".repeat(1_900) + "m'");
        condition(all, "two codes", "entry.asthma == skin.rescue");
        condition(all, "no letters", "!@#$%^&*");
        condition(all, "an emoji", "\uD83D\uDC89 > 1");
        condition(all, "letters from right to left", "\u202Eentry.age\u202C > 1");
        condition(all, "another language", "drop table participants; --");
        unit(all, "a unit with a monstrous power", "10*999999999");
        unit(all, "metres to a monstrous power", "m999999999");
        unit(all, "a unit of many parentheses", "(".repeat(60));
        unit(all, "a unit of nothing but operators", "/./.");
        unit(all, "a unit with a note that never closes", "{".repeat(60));
        unit(all, "a unit beyond all length", "m".repeat(10_000));
        unit(all, "a unit of spaces", "' '");
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void it_is_a_finding_and_never_a_failure(Example example, String file) {
        StudyReader.Reading reading = Soon.read(example);
        assertThat(reading.study()).isEmpty();
        assertThat(reading.findings())
                .isNotEmpty()
                .allSatisfy(Sentences::sayWhatToDo)
                .anySatisfy(finding -> assertThat(finding.place().file()).isEqualTo(file));
    }

    private static void condition(List<Arguments> all, String what, String condition) {
        replaced(all, what, "eligibility.yaml", ADULT, "\n      " + quoted(condition));
    }

    private static void unit(List<Arguments> all, String what, String unit) {
        replaced(all, what, "forms/skin.yaml", "cm2", quoted(unit));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void replaced(List<Arguments> all, String what, String file, String from, String to) {
        Example base = Example.base();
        String text = new String(base.files().get(file), StandardCharsets.UTF_8).replace(from, to);
        all.add(argumentSet(what, base.with(file, text.getBytes(StandardCharsets.UTF_8)), file));
    }
}

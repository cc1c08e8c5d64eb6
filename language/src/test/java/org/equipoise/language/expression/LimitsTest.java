package org.equipoise.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Limits of normal of two laboratories: one changed its list on 1 March 2015, the other's are by sex and age.
class LimitsTest {
    private static final ItemName ALT = ItemName.read("lab.alt");
    private static final Map<ItemName, ItemType> TYPES = Map.of(
            ALT,
            new ItemType.Amount(new Unit("U/L"), Span.EVERYTHING),
            ItemName.read("lab.name"),
            new ItemType.Code(List.of("north", "south")),
            ItemName.read("entry.sex"),
            new ItemType.Code(List.of("female", "male")),
            ItemName.read("entry.age"),
            new ItemType.Amount(new Unit("a"), Span.EVERYTHING));
    private static final Vocabulary BARE =
            new Vocabulary(TYPES, Map.of("W0", Set.of("lab", "entry"), "W4", Set.of("lab")), Set.of());
    private static final Vocabulary VOCABULARY = BARE.withRanges(Map.of(
            ALT,
            List.of(
                    range("7", "35", "lab.name == 'north' && visit.date >= '2015-03-01'"),
                    range("7", "40", "lab.name == 'north'"),
                    range("5", "33", "lab.name == 'south' && entry.sex == 'female'"),
                    range("5", "41", "lab.name == 'south' && entry.sex == 'male' && entry.age >= '18 a'"))));

    @ParameterizedTest(name = "{0}, given {1}, is {2}: {3}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=north visit.date=2015-03-01       ; TRUE    ;
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=north visit.date=2015-02-28       ; FALSE   ;
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=north visit.date=2015             ; UNKNOWN ; visit.date
        lab.alt > upperLimit(lab.alt)     ; lab.alt=41 lab.name=north visit.date=2015             ; TRUE    ;
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=south entry.sex=female            ; TRUE    ;
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=south entry.sex=male entry.age=30 ; FALSE   ;
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=south entry.age=30                ; UNKNOWN ; entry.sex lab.alt
        lab.alt > upperLimit(lab.alt)     ; lab.alt=38 lab.name=south entry.sex=male entry.age=12 ; UNKNOWN ; lab.alt
        lab.alt >= 3 * upperLimit(lab.alt); lab.alt=105 lab.name=north visit.date=2015-05-01      ; TRUE    ;
        lab.alt >= 3 * upperLimit(lab.alt); lab.alt=<100 lab.name=north visit.date=2015-05-01     ; FALSE   ;
        lab.alt < lowerLimit(lab.alt)     ; lab.alt=6 lab.name=north visit.date=2015              ; TRUE    ;
        lab.alt < lowerLimit(lab.alt)     ; lab.alt=6 lab.name=south entry.sex=female             ; FALSE   ;
        lab.alt > upperLimit(at('W0', lab.alt)); lab.alt=38 lab.name=north W0:lab.name=south W0:entry.sex=female ; TRUE ;
        """)
    void a_limit_of_normal_is_that_of_the_first_range_which_applies(
            String condition, String given, Truth expected, String settledBy) {
        Judgement judgement = read(condition, VOCABULARY).judge(answers(given));
        assertThat(judgement.truth()).isEqualTo(expected);
        assertThat(judgement.settledBy().stream().map(ItemName::toString))
                .containsExactlyElementsOf(settledBy == null ? List.of() : List.of(settledBy.split(" ", -1)));
    }

    private static ReferenceRange range(String low, String high, String when) {
        return new ReferenceRange(
                Optional.of(new BigDecimal(low)), Optional.of(new BigDecimal(high)), Optional.of(read(when, BARE)));
    }

    private static Condition read(String text, Vocabulary vocabulary) {
        return switch (new ConditionReader(vocabulary).read(text)) {
            case ConditionReader.Reading.Read(var condition) -> condition;
            case ConditionReader.Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    /// Answers as `item=value` here and `encounter:item=value` elsewhere.
    private static Answers answers(String given) {
        Map<String, Map<ItemName, Answer>> places = new TreeMap<>();
        for (String each : given.split(" ", -1)) {
            int equals = each.indexOf('=');
            int colon = each.indexOf(':');
            ItemName item = ItemName.read(each.substring(colon + 1, equals));
            ItemType type = TYPES.getOrDefault(item, new ItemType.Day());
            places.computeIfAbsent(each.substring(0, Math.max(0, colon)), _ -> new HashMap<>())
                    .put(item, type.read(each.substring(equals + 1)).orElseThrow());
        }
        return new Seen(places, "");
    }

    private record Seen(Map<String, Map<ItemName, Answer>> places, String place) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            return places.getOrDefault(place, Map.of()).getOrDefault(item, new Answer.Unknown("not recorded"));
        }

        @Override
        public Answers at(String encounter) {
            return new Seen(places, encounter);
        }
    }
}

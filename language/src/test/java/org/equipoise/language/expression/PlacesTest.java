package org.equipoise.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions that look elsewhere: at another encounter, into the entries of a log, at the date of the visit.
class PlacesTest {
    private static final ItemName FEVER = new ItemName("log", "fever");
    private static final ItemName GRADE = new ItemName("log", "grade");
    private static final ItemName STARTED = new ItemName("log", "started");
    private static final ItemName SEX = new ItemName("entry", "sex");
    private static final ItemName LEVEL = new ItemName("lab", "level");
    private static final Vocabulary VOCABULARY = new Vocabulary(
                    Map.of(
                            FEVER, new ItemType.Code(List.of("yes", "no")),
                            GRADE, new ItemType.Amount(Unit.ONE, Span.EVERYTHING),
                            STARTED, new ItemType.Day(),
                            SEX, new ItemType.Code(List.of("male", "female")),
                            LEVEL, new ItemType.Amount(new Unit("g/L"), Span.EVERYTHING)),
                    Map.of("W0", Set.of("entry", "lab"), "W4", Set.of("lab")),
                    Set.of("log"))
            .withDerivations(Set.of("failed"));

    private static final List<Answer> YES_OR_NO = List.of(code("yes"), code("no"));
    private static final List<Answer> SEXES = List.of(code("male"), code("female"));
    private static final List<Answer> NUMBERS = List.of(number(1), number(2), number(3));
    /// An unknown number has no limits.
    private static final List<Answer> ANY_NUMBER =
            List.of(number(-1000), number(1), number(2), number(3), number(1000));

    private static final Answer UNKNOWN = new Answer.Unknown("not recorded");

    /// A record of one participant: two visits and a log.
    private record World(Map<String, Map<ItemName, Answer>> visits, List<Map<ItemName, Answer>> log) {
        Answers seenFrom(String visit) {
            return new Seen(this, visit, Map.of());
        }
    }

    private record Seen(World world, String visit, Map<ItemName, Answer> entry) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            Answer here = world.visits().getOrDefault(visit, Map.of()).getOrDefault(item, UNKNOWN);
            return entry.getOrDefault(item, here);
        }

        @Override
        public Answers at(String encounter) {
            return new Seen(world, encounter, entry);
        }

        @Override
        public List<Answers> entries(String log) {
            return world.log().stream()
                    .<Answers>map(each -> new Seen(world, visit, each))
                    .toList();
        }
    }

    /// Each names every answer at most once, so that what is judged UNKNOWN can really still turn out both ways.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "any(log, log.fever == 'yes')",
                "any(log, log.fever == 'yes' && log.grade >= 2)",
                "!any(log, log.fever == 'yes' || log.grade > 2)",
                "any(log, log.fever != 'yes') && lab.level > '1 g/L'",
                "count(log, log.fever == 'yes') >= 1",
                "lab.level < 0.5 * at('W0', lab.level)",
                "lab.level - at('W0', lab.level) >= '1 g/L'",
                "at('W0', entry.sex) == 'female' && lab.level > '2 g/L'",
                "at('W0', lab.level) * 2 >= '3 g/L' || any(log, log.grade == 3)",
                "atLeast(2, at('W0', entry.sex) in ['male'], lab.level == '2 g/L', any(log, log.grade < 2))"
            })
    void what_is_judged_on_a_partly_known_record_holds_in_every_record_it_may_become(String text) {
        Condition condition = read(text);
        List<World> partial = new ArrayList<>();
        for (int entries = 0; entries <= 1; entries++) {
            worlds(entries, partial::add);
        }
        assertThat(partial).hasSizeGreaterThan(500);
        for (World world : partial) {
            boolean somewhereTrue = false;
            boolean somewhereFalse = false;
            for (World whole : completions(world)) {
                Truth truth = condition.truth(whole.seenFrom("W4"));
                assertThat(truth).as("%s in the whole record %s", text, whole).isNotEqualTo(Truth.UNKNOWN);
                somewhereTrue |= truth == Truth.TRUE;
                somewhereFalse |= truth == Truth.FALSE;
            }
            Truth expected = somewhereTrue && somewhereFalse ? Truth.UNKNOWN : Truth.of(somewhereTrue);
            Judgement judgement = condition.judge(world.seenFrom("W4"));
            assertThat(judgement.truth()).as("%s in %s", text, world).isEqualTo(expected);
            assertThat(judgement.settledBy().isEmpty()).isEqualTo(expected != Truth.UNKNOWN);
            assertThat(condition.truth(world.seenFrom("W4"))).isEqualTo(expected);
        }
    }

    @Test
    void over_two_entries_some_is_the_or_of_both() {
        Condition condition = read("any(log, log.fever == 'yes')");
        for (Answer one : List.of(code("yes"), code("no"), UNKNOWN)) {
            for (Answer other : List.of(code("yes"), code("no"), UNKNOWN)) {
                World world = new World(Map.of(), List.of(Map.of(FEVER, one), Map.of(FEVER, other)));
                Truth expected = one.equals(code("yes")) || other.equals(code("yes"))
                        ? Truth.TRUE
                        : one.equals(UNKNOWN) || other.equals(UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
                assertThat(condition.truth(world.seenFrom("W4"))).isEqualTo(expected);
            }
        }
    }

    @Test
    void entries_that_may_count_are_counted_as_a_span() {
        List<Map<ItemName, Answer>> log = List.of(Map.of(FEVER, code("yes")), Map.of(), Map.of(FEVER, code("no")));
        Answers answers = new World(Map.of(), log).seenFrom("W4");
        assertThat(read("count(log, log.fever == 'yes') >= 1").truth(answers)).isEqualTo(Truth.TRUE);
        assertThat(read("count(log, log.fever == 'yes') >= 3").truth(answers)).isEqualTo(Truth.FALSE);
        Judgement two = read("count(log, log.fever == 'yes') == 2").judge(answers);
        assertThat(two.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(two.settledBy()).containsExactly(FEVER);
    }

    @ParameterizedTest(name = "{0}, started {1}, at a visit on {2} of day {3}, is {4}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        any(log, log.started <= visit.date)                         ; 2016-02-01 ; 2016-02-01 ; 29 ; TRUE
        any(log, visit.date - log.started <= '14 d')                ; 2016-01-01 ; 2016-02-01 ; 29 ; FALSE
        any(log, visit.date - log.started <= '14 d')                ; 2016-01    ; 2016-02-01 ; 29 ; UNKNOWN
        any(log, log.started < at('W4', visit.date))                ; 2016-01    ; 2016-02-01 ; 29 ; TRUE
        visit.day >= 29                                             ; 2016-01-01 ; 2016-02-01 ; 29 ; TRUE
        visit.id in ['W0', 'W4'] && visit.id != 'W0'                ; 2016-01-01 ; 2016-02-01 ; 29 ; TRUE
        consent.date <= visit.date                                  ; 2016-01-01 ; 2016-02-01 ; 29 ; TRUE
        visit.day - 1 > 28                                          ; 2016-01-01 ; 2016-02-01 ; 29 ; FALSE
        """)
    void dates_of_entries_are_set_against_the_date_of_the_visit(
            String text, String started, String date, int day, Truth expected) {
        Map<ItemName, Answer> visit = Map.of(
                Vocabulary.VISIT_DATE, date(date),
                Vocabulary.VISIT_DAY, number(day),
                Vocabulary.VISIT_ID, code("W4"),
                Vocabulary.CONSENT_DATE, date("2015-12-31"));
        World world = new World(Map.of("W4", visit), List.of(Map.of(STARTED, date(started))));
        assertThat(read(text).truth(world.seenFrom("W4"))).isEqualTo(expected);
    }

    @Test
    void a_derivation_is_asked_for_by_its_name() {
        Answers answers = new Answers() {
            @Override
            public Answer answer(ItemName item) {
                return UNKNOWN;
            }

            @Override
            public Judgement derived(String derivation) {
                return Judgement.settled(derivation.equals("failed"));
            }
        };
        assertThat(read("!failed").truth(answers)).isEqualTo(Truth.FALSE);
        assertThat(read("failed || lab.level > '1 g/L'").judge(answers).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void an_entry_being_judged_is_named_without_any() {
        assertThat(new ConditionReader(VOCABULARY).read("log.grade >= 3", Set.of("log")))
                .isInstanceOf(ConditionReader.Reading.Read.class);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        at('W9', lab.level) > '1 g/L'      | 4  | there is no encounter 'W9'                        | did you mean W0?
        at('W4', entry.sex) == 'male'      | 3  | entry.sex is not collected at W4                  | name an encounter whose forms include entry
        at(W0, lab.level) > '1 g/L'        | 3  | at needs an encounter and an item                 | write at('W0', form.item)
        log.grade > 2                      | 4  | log.grade belongs to a log, which may have many entries | ask for some entry: any(log, …)
        any(lab, lab.level > '1 g/L')      | 5  | 'lab' is not a log                                | name a form that has 'log: true'
        any(log, any(log, log.grade > 2))  | 14 | an entry of log is judged here already            | name its items without any(…)
        any(log)                           | 4  | any needs a log and a condition                   | write any(form, form.item == 'code')
        faild                              | 1  | 'faild' is not a derivation that can stand here   | did you mean failed?
        lab.level * at('W0', lab.level) > '1 g/L' | 11 | only a quantity and a plain number can be multiplied | write 0.9 * at('W0', form.item)
        lab.level / 2 > '1 g/L'            | 11 | '/' cannot be used on quantities                  | use +, -, *, count(log, …), lowerLimit(form.item) and upperLimit(form.item)
        """)
    void faults_say_where_what_and_what_to_do(String text, int column, String what, String fix) {
        assertThat(new ConditionReader(VOCABULARY).read(text))
                .extracting(reading -> ((ConditionReader.Reading.Faulty) reading)
                        .faults()
                        .getFirst()
                        .toString())
                .isEqualTo(new ExpressionFault(1, column, what, fix).toString());
    }

    private static Condition read(String text) {
        return switch (new ConditionReader(VOCABULARY).read(text)) {
            case ConditionReader.Reading.Read(var condition) -> condition;
            case ConditionReader.Reading.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    /// Every record with so many entries in which each answer is known or unknown.
    private static void worlds(int entries, Consumer<World> consumer) {
        each(
                NUMBERS,
                level0 -> each(
                        NUMBERS,
                        level4 -> each(SEXES, sex -> {
                            Map<String, Map<ItemName, Answer>> visits =
                                    Map.of("W0", Map.of(LEVEL, level0, SEX, sex), "W4", Map.of(LEVEL, level4));
                            if (entries == 0) {
                                consumer.accept(new World(visits, List.of()));
                            } else {
                                each(
                                        YES_OR_NO,
                                        fever -> each(
                                                NUMBERS,
                                                grade -> consumer.accept(new World(
                                                        visits, List.of(Map.of(FEVER, fever, GRADE, grade))))));
                            }
                        })));
    }

    private static void each(List<Answer> known, Consumer<Answer> consumer) {
        known.forEach(consumer);
        consumer.accept(UNKNOWN);
    }

    private static List<World> completions(World world) {
        List<World> whole = List.of(world);
        for (String visit : List.of("W0", "W4")) {
            for (ItemName item : world.visits().getOrDefault(visit, Map.of()).keySet()) {
                whole = whole.stream()
                        .flatMap(each -> completed(each.visits().getOrDefault(visit, Map.of()), item).stream()
                                .map(answers -> new World(with(each.visits(), visit, answers), each.log())))
                        .toList();
            }
        }
        for (ItemName item : List.of(FEVER, GRADE)) {
            if (!world.log().isEmpty()) {
                whole = whole.stream()
                        .flatMap(each -> completed(each.log().getFirst(), item).stream()
                                .map(answers -> new World(each.visits(), List.of(answers))))
                        .toList();
            }
        }
        return whole;
    }

    private static List<Map<ItemName, Answer>> completed(Map<ItemName, Answer> answers, ItemName item) {
        Answer now = answers.getOrDefault(item, UNKNOWN);
        List<Answer> possible = !now.equals(UNKNOWN)
                ? List.of(now)
                : item.equals(FEVER) ? YES_OR_NO : item.equals(SEX) ? SEXES : ANY_NUMBER;
        return possible.stream().map(answer -> with(answers, item, answer)).toList();
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static Answer code(String code) {
        return new Answer.Known(new Value.Code(code));
    }

    private static Answer number(int number) {
        return new Answer.Known(new Value.Amount(BigDecimal.valueOf(number)));
    }

    private static Answer date(String text) {
        return new Answer.Known(new Value.Day(PartialDate.read(text).orElseThrow()));
    }
}

package org.equipoise.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The manual's page of expressions is a specification: each of its lines is judged.
class ExpressionsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("equipoise.root"), "docs/reference/expressions.md");
    private static final Pattern LINE = Pattern.compile(
            "^(.+?) +(in an entry, )?given (.*?) +is (TRUE|FALSE|UNKNOWN)(?: \\((.*)\\))?$", Pattern.MULTILINE);
    private static final int LEAST = 30;
    private static final Pattern GIVEN = Pattern.compile("(?:(W0):)?([a-z_]+)(?:\\[(\\d)])?\\.([a-z]+)=(\\S+)");

    private static final ItemType YES_NO = new ItemType.Code(List.of("yes", "no"));
    private static final Map<ItemName, ItemType> TYPES = Map.ofEntries(
            Map.entry(ItemName.read("entry.age"), number("a")),
            Map.entry(ItemName.read("entry.sex"), new ItemType.Code(List.of("female", "male"))),
            Map.entry(ItemName.read("entry.diagnosed"), new ItemType.Day()),
            Map.entry(ItemName.read("lab.alt"), number("U/L")),
            Map.entry(ItemName.read("lab.protein"), number("g/d")),
            Map.entry(ItemName.read("lab.name"), new ItemType.Code(List.of("north", "south"))),
            Map.entry(ItemName.read("activity.rash"), YES_NO),
            Map.entry(ItemName.read("activity.fever"), YES_NO),
            Map.entry(ItemName.read("activity.ulcers"), YES_NO),
            Map.entry(ItemName.read("activity.sledai"), number("1")),
            Map.entry(ItemName.read("adverse_event.grade"), number("1")),
            Map.entry(ItemName.read("adverse_event.serious"), YES_NO),
            Map.entry(ItemName.read("adverse_event.started"), new ItemType.Day()),
            Map.entry(ItemName.read("adverse_event.ended"), new ItemType.Day()));
    private static final Map<ItemName, ItemType> OF_VISIT = Map.of(
            Vocabulary.VISIT_DATE, new ItemType.Day(),
            Vocabulary.CONSENT_DATE, new ItemType.Day(),
            Vocabulary.VISIT_DAY, number("1"),
            Vocabulary.VISIT_ID, new ItemType.Code(List.of("W0", "W2", "W4")));
    private static final Vocabulary BARE = new Vocabulary(
            TYPES,
            Map.of("W0", Set.of("entry", "lab", "activity"), "W2", Set.of(), "W4", Set.of()),
            Set.of("adverse_event"));
    private static final Vocabulary VOCABULARY = BARE.withRanges(Map.of(
            ItemName.read("lab.alt"),
            List.of(
                    range("7", "35", "lab.name == 'north' && visit.date >= '2015-03-01'"),
                    range("7", "40", "lab.name == 'north'"),
                    range("5", "33", "entry.sex == 'female'"),
                    new ReferenceRange(
                            Optional.of(new BigDecimal("5")), Optional.of(new BigDecimal("41")), Optional.empty()))));

    @TestFactory
    Stream<DynamicTest> every_line_of_the_page_comes_out_as_it_says() throws IOException {
        List<MatchResult> lines = LINE.matcher(Files.readString(PAGE)).results().toList();
        assertThat(lines).hasSizeGreaterThan(LEAST);
        return lines.stream().map(line -> DynamicTest.dynamicTest(line.group(), () -> judge(line)));
    }

    private static void judge(MatchResult line) {
        Set<String> entriesOf = line.group(2) == null ? Set.of() : Set.of("adverse_event");
        Judgement judgement = read(line.group(1), VOCABULARY, entriesOf).judge(World.of(line.group(3)));
        assertThat(judgement.truth()).isEqualTo(Truth.valueOf(line.group(4)));
        if (line.group(5) != null) {
            assertThat(judgement.settledBy().stream().map(ItemName::toString))
                    .containsExactly(line.group(5).split(", ", -1));
        }
    }

    /// What is given: here, at an encounter, in the entries of the log.
    private record World(Map<String, Map<ItemName, Answer>> places, SortedMap<String, Map<ItemName, Answer>> entries) {
        static Answers of(String given) {
            World world = new World(new HashMap<>(), new TreeMap<>());
            Matcher each = GIVEN.matcher(given);
            while (each.find()) {
                ItemName item = new ItemName(each.group(2), each.group(4));
                ItemType type = TYPES.getOrDefault(item, OF_VISIT.get(item));
                Map<ItemName, Answer> where = each.group(3) == null
                        ? world.places.computeIfAbsent(each.group(1) == null ? "" : each.group(1), _ -> new HashMap<>())
                        : world.entries.computeIfAbsent(each.group(3), _ -> new HashMap<>());
                where.put(item, type.read(each.group(5)).orElseThrow());
            }
            return new Seen(world, "", Map.of());
        }
    }

    private record Seen(World world, String place, Map<ItemName, Answer> entry) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            Answer here = world.places.getOrDefault(place, Map.of()).get(item);
            return entry.containsKey(item) ? entry.get(item) : here == null ? new Answer.Unknown("not recorded") : here;
        }

        @Override
        public Answers at(String encounter) {
            return new Seen(world, encounter, Map.of());
        }

        @Override
        public List<Answers> entries(String log) {
            return world.entries.values().stream()
                    .<Answers>map(each -> new Seen(world, place, each))
                    .toList();
        }
    }

    private static ReferenceRange range(String low, String high, String when) {
        return new ReferenceRange(
                Optional.of(new BigDecimal(low)),
                Optional.of(new BigDecimal(high)),
                Optional.of(read(when, BARE, Set.of())));
    }

    private static Condition read(String text, Vocabulary vocabulary, Set<String> entriesOf) {
        return switch (new ConditionReader(vocabulary).read(text, entriesOf)) {
            case ConditionReader.Reading.Read(var condition) -> condition;
            case ConditionReader.Reading.Faulty(var faults) -> throw new AssertionError(text + ": " + faults);
        };
    }

    private static ItemType number(String unit) {
        return new ItemType.Amount(new Unit(unit), Span.EVERYTHING);
    }
}

package org.equipoise.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;

/// Where everything is known our evaluation agrees with CEL's own, on expressions made at random. Numbers are whole,
/// because CEL's decimals are binary; dates are full, and CEL compares them as text.
class CelTest {
    private static final int EXPRESSIONS = 20_000;
    private static final int DEPTH = 4;
    private static final List<String> CODES = List.of("a", "b", "c");
    private static final Map<ItemName, ItemType> TYPES = Map.of(
            name("page", "n"), new ItemType.Amount(Unit.ONE, Span.EVERYTHING),
            name("page", "m"), new ItemType.Amount(Unit.ONE, Span.EVERYTHING),
            name("page", "code"), new ItemType.Code(CODES),
            name("page", "day"), new ItemType.Day(),
            name("entry", "k"), new ItemType.Amount(Unit.ONE, Span.EVERYTHING),
            name("entry", "kind"), new ItemType.Code(CODES));
    private static final ConditionReader READER =
            new ConditionReader(new Vocabulary(TYPES, Map.of("W0", Set.of("page")), Set.of("entry")));
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("page", SimpleType.DYN)
            .addVar("W0", SimpleType.DYN)
            .addVar("entry", ListType.create(SimpleType.DYN))
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder().build();

    /// One expression in the two ways of writing it.
    private record Written(String ours, String cel) {
        static Written same(String text) {
            return new Written(text, text);
        }

        Written within(String before, String after) {
            return new Written(before + ours + after, before + cel + after);
        }

        Written joined(String sign, Written other) {
            return new Written(
                    "(" + ours + " " + sign + " " + other.ours + ")", "(" + cel + " " + sign + " " + other.cel + ")");
        }
    }

    /// A record of one participant: here, at W0, and the entries of a log.
    private record World(
            Map<ItemName, Answer> here, Map<ItemName, Answer> before, List<Map<ItemName, Answer>> entries) {
        Answers answers() {
            return new Seen(this, here);
        }

        Map<String, Object> variables() {
            return Map.of(
                    "page", plain(here),
                    "W0", Map.of("page", plain(before)),
                    "entry", entries.stream().map(World::plain).toList());
        }

        private static Map<String, Object> plain(Map<ItemName, Answer> answers) {
            Map<String, Object> plain = new HashMap<>();
            answers.forEach((item, answer) -> plain.put(
                    item.item(),
                    switch (((Answer.Known) answer).value()) {
                        case Value.Amount(var decimal) -> decimal.longValueExact();
                        case Value.Code(var code) -> code;
                        case Value.Day(var date) -> date.text();
                    }));
            return plain;
        }
    }

    /// The record seen from a place or an entry.
    private record Seen(World world, Map<ItemName, Answer> near) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            return near.getOrDefault(item, world.here().getOrDefault(item, new Answer.Unknown("not there")));
        }

        @Override
        public Answers at(String encounter) {
            return new Seen(world, world.before());
        }

        @Override
        public List<Answers> entries(String log) {
            return world.entries().stream()
                    .<Answers>map(entry -> new Seen(world, entry))
                    .toList();
        }
    }

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_240_301);

    @Test
    void on_what_is_fully_known_we_agree_with_cel() throws Exception {
        Map<Truth, Integer> met = new EnumMap<>(Truth.class);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Written written = condition(DEPTH, false);
            World world = world();
            Truth ours = read(written.ours()).truth(world.answers());
            Object cel = RUNTIME.createProgram(COMPILER.compile(written.cel()).getAst())
                    .eval(world.variables());
            assertThat(ours).as("%s given %s", written.ours(), world).isEqualTo(Truth.of((Boolean) cel));
            met.merge(ours, 1, Integer::sum);
        }
        assertThat(met.get(Truth.TRUE)).isGreaterThan(EXPRESSIONS / 4);
        assertThat(met.get(Truth.FALSE)).isGreaterThan(EXPRESSIONS / 4);
    }

    private static Condition read(String text) {
        return switch (READER.read(text)) {
            case ConditionReader.Reading.Read(var condition) -> condition;
            case ConditionReader.Reading.Faulty(var faults) -> throw new AssertionError(text + ": " + faults);
        };
    }

    /// @param inEntry whether items of the log's entry may be named
    private Written condition(int depth, boolean inEntry) {
        return switch (random.nextInt(depth == 0 ? 4 : 9)) {
            case 0, 1 ->
                number(Math.max(0, depth - 1), inEntry).joined(relation(), number(Math.max(0, depth - 1), inEntry));
            case 2 -> code(inEntry).joined(pick("==", "!="), Written.same("'" + pick("a", "b", "c") + "'"));
            case 3 ->
                random.nextBoolean() ? membership(inEntry) : day().joined(relation(), Written.same("'" + date() + "'"));
            case 4 -> condition(depth - 1, inEntry).within("!(", ")");
            case 5 -> condition(depth - 1, inEntry).joined("&&", condition(depth - 1, inEntry));
            case 6 -> condition(depth - 1, inEntry).joined("||", condition(depth - 1, inEntry));
            case 7 -> atLeast(depth, inEntry);
            default -> inEntry ? condition(depth - 1, true) : anyEntry(depth);
        };
    }

    private Written membership(boolean inEntry) {
        return code(inEntry).joined("in", Written.same("['" + pick("a", "b") + "', '" + pick("b", "c") + "']"));
    }

    private Written atLeast(int depth, boolean inEntry) {
        int size = 1 + random.nextInt(4);
        int count = 1 + random.nextInt(size);
        List<String> ours = new ArrayList<>();
        List<String> cel = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Written part = condition(depth - 1, inEntry);
            ours.add(part.ours());
            cel.add("(" + part.cel() + " ? 1 : 0)");
        }
        return new Written(
                "atLeast(" + count + ", " + String.join(", ", ours) + ")",
                "(" + String.join(" + ", cel) + " >= " + count + ")");
    }

    private Written anyEntry(int depth) {
        Written inner = condition(depth - 1, true);
        return new Written("any(entry, " + inner.ours() + ")", "entry.exists(e, " + inner.cel() + ")");
    }

    private Written number(int depth, boolean inEntry) {
        return switch (random.nextInt(depth == 0 ? 3 : 7)) {
            case 0 -> Written.same(Integer.toString(random.nextInt(7) - 1));
            case 1, 2 -> item(inEntry);
            case 3 -> number(depth - 1, inEntry).joined("+", number(depth - 1, inEntry));
            case 4 -> number(depth - 1, inEntry).joined("-", number(depth - 1, inEntry));
            case 5 ->
                number(depth - 1, inEntry)
                        .within((2 + random.nextInt(3)) + " * (", ")")
                        .within("(", ")");
            default -> inEntry ? item(true) : count(depth);
        };
    }

    private Written count(int depth) {
        Written inner = condition(depth - 1, true);
        return new Written("count(entry, " + inner.ours() + ")", "entry.filter(e, " + inner.cel() + ").size()");
    }

    private Written item(boolean inEntry) {
        return inEntry && random.nextBoolean() ? new Written("entry.k", "e.k") : ofPage(pick("n", "m"));
    }

    private Written code(boolean inEntry) {
        return inEntry && random.nextBoolean() ? new Written("entry.kind", "e.kind") : ofPage("code");
    }

    private Written day() {
        return ofPage("day");
    }

    private Written ofPage(String item) {
        return random.nextInt(3) == 0
                ? new Written("at('W0', page." + item + ")", "W0.page." + item)
                : Written.same("page." + item);
    }

    private String relation() {
        return pick("<", "<=", "==", "!=", ">=", ">");
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String date() {
        return LocalDate.of(2015, 6, 1).plusDays(random.nextInt(4)).toString();
    }

    private World world() {
        List<Map<ItemName, Answer>> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.add(Map.of(name("entry", "k"), amount(), name("entry", "kind"), coded()));
        }
        return new World(page(), page(), entries);
    }

    private Map<ItemName, Answer> page() {
        return Map.of(
                name("page", "n"), amount(),
                name("page", "m"), amount(),
                name("page", "code"), coded(),
                name("page", "day"),
                        new Answer.Known(new Value.Day(PartialDate.read(date()).orElseThrow())));
    }

    private Answer amount() {
        return new Answer.Known(new Value.Amount(BigDecimal.valueOf(random.nextInt(6))));
    }

    private Answer coded() {
        return new Answer.Known(new Value.Code(CODES.get(random.nextInt(CODES.size()))));
    }

    private static ItemName name(String form, String item) {
        return new ItemName(form, item);
    }
}

package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of a scoring for any answers: it never fails, and what it decides on incomplete answers is what it
/// decides however they are completed.
class ScoringTest {
    private static final int ROUNDS = 2_000;
    private static final String POINTS = "points";
    private static final String RATING = "rating";
    private static final List<String> DOMAINS = List.of("skin", "joints", "kidney");
    private static final List<String> SCALE = List.of("A", "B", "C", "D", "E");
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final CompositeResponse COMPOSITE = composite();
    private static final WeightedSum SUM = new WeightedSum(
            Map.of("yes", 1, "no", 0),
            List.of(),
            IntStream.rangeClosed(1, 6)
                    .mapToObj(i -> new WeightedSum.Item(
                            "item" + i,
                            i,
                            "body",
                            "",
                            Optional.empty(),
                            Certainty.PROPOSED,
                            Optional.empty(),
                            Optional.empty()))
                    .toList());

    static Stream<Answer> oddAnswers() {
        return Stream.of(
                new Answer.Unknown("not recorded"),
                new Answer.Known(new Value.Code("not_done")),
                new Answer.Known(new Value.Code("")),
                new Answer.Known(new Value.Day(PartialDate.read("2015-06").orElseThrow())),
                new Answer.Known(new Value.Amount(new BigDecimal("-1E+40"))),
                new Answer.Bounded(Span.EVERYTHING),
                new Answer.Bounded(Span.above(new BigDecimal("1000"), true)));
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    void an_answer_of_another_kind_is_an_unknown_one(Answer odd) {
        assertThat(SUM.score(_ -> odd)).hasToString("[0, 21]");
        assertThat(COMPOSITE.respond(_ -> odd, _ -> odd)).hasToString("not-evaluable(A,B,C,D)");
    }

    @Test
    void a_bounded_score_spans_exactly_the_scores_of_all_completions() {
        Random random = new Random(1);
        List<String> items = SUM.items().stream().map(WeightedSum.Item::key).toList();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Answer> known = new HashMap<>();
            items.forEach(item -> known.put(item, code(YES_NO, random)));
            Map<String, Answer> partly = withGaps(known, random, 3);
            List<BigDecimal> totals = completions(partly, _ -> YES_NO).stream()
                    .map(completed -> SUM.score(completed::get).span().low())
                    .sorted()
                    .toList();

            Answer score = SUM.score(partly::get);

            assertThat(score).isInstanceOf(totals.size() == 1 ? Answer.Known.class : Answer.Bounded.class);
            Span found = score.span();
            assertThat(found.low()).isEqualByComparingTo(totals.getFirst());
            assertThat(found.high()).isEqualByComparingTo(totals.getLast());
        }
    }

    @Test
    void grades_are_decided_exactly_when_every_completion_agrees() {
        Component.NoNewGrade grades =
                (Component.NoNewGrade) COMPOSITE.components().get(1);
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Answer> known = new HashMap<>();
            DOMAINS.forEach(domain -> known.put("before." + domain, code(SCALE, random)));
            DOMAINS.forEach(domain -> known.put("now." + domain, code(SCALE, random)));
            Map<String, Answer> partly = withGaps(known, random, 3);

            List<Boolean> outcomes = completions(partly, _ -> SCALE).stream()
                    .map(ScoringTest::noNewAAndAtMostOneNewB)
                    .distinct()
                    .toList();

            String expected = outcomes.size() == 2
                    ? "UNKNOWN"
                    : outcomes.getFirst().toString().toUpperCase(Locale.ROOT);
            assertThat(grades.holds(key -> partly.get("before." + key), key -> partly.get("now." + key)))
                    .as("%s", partly)
                    .hasToString(expected);
        }
    }

    @Test
    void a_response_decided_on_incomplete_answers_stands_however_they_are_completed() {
        Random random = new Random(3);
        int decided = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Answer> known = new HashMap<>();
            for (String when : List.of("before.", "now.")) {
                known.put(when + POINTS, number(random.nextInt(12)));
                known.put(when + RATING, number(random.nextInt(4)));
                known.put(when + "failure", code(YES_NO, random));
                DOMAINS.forEach(domain -> known.put(when + domain, code(SCALE, random)));
            }
            Map<String, Answer> partly = withGaps(known, random, 2);
            Response found = respond(partly);
            if (found instanceof Response.NotEvaluable) {
                continue;
            }
            decided++;
            assertThat(completions(partly, ScoringTest::choices))
                    .as("%s", partly)
                    .allMatch(completed -> respond(completed).getClass() == found.getClass());
        }
        assertThat(decided).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @Test
    void what_keeps_a_response_open_is_said() {
        Map<String, Answer> answers = new HashMap<>();
        for (String when : List.of("before.", "now.")) {
            answers.put(when + POINTS, number(3));
            answers.put(when + RATING, number(1));
            answers.put(when + "failure", code("no"));
            DOMAINS.forEach(domain -> answers.put(when + domain, code("C")));
        }
        answers.put("now." + RATING, new Answer.Bounded(Span.between(0, 3)));
        answers.put("now.skin", new Answer.Unknown("not done"));
        answers.put("now.failure", new Answer.Unknown("not done"));

        assertThat(respond(answers))
                .isEqualTo(new Response.NotEvaluable(List.of(
                        new Response.Open("A", "points is 3 at baseline and cannot fall by 4"),
                        new Response.Open("B", "open: skin at the visit"),
                        new Response.Open("C", "open: rating at the visit"),
                        new Response.Open("D", "open: failure at the visit"))));
    }

    static Stream<Instrument> instruments() {
        return Instruments.all().stream();
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void limits_only_ever_draw_closer_as_answers_become_known(Instrument instrument) {
        Random random = new Random(4);
        for (Scoring scoring : instrument.scores().values()) {
            if (scoring instanceof VisitScore score && score.type() instanceof ItemType.Amount) {
                for (int round = 0; round < ROUNDS / 20; round++) {
                    drawsCloser(score, random);
                }
            }
        }
    }

    /// From nothing answered to everything, one answer after another.
    private static void drawsCloser(VisitScore score, Random random) {
        List<Input> order = new ArrayList<>(score.inputs());
        Collections.shuffle(order, random);
        Map<String, Answer> answers = new HashMap<>();
        Span before = score.score(key -> answers.getOrDefault(key, NOTHING)).span();
        for (Input input : order) {
            answers.put(input.key(), possible(input, random));
            Answer found = score.score(key -> answers.getOrDefault(key, NOTHING));
            assertThat(within(found.span(), before))
                    .as("%s after %s with %s", found, before, answers)
                    .isTrue();
            before = found.span();
        }
        assertThat(score.score(answers::get)).isInstanceOf(Answer.Known.class);
    }

    private static final Answer NOTHING = new Answer.Unknown("not yet");

    private static boolean within(Span inner, Span outer) {
        return (outer.low() == null || (inner.low() != null && inner.low().compareTo(outer.low()) >= 0))
                && (outer.high() == null
                        || (inner.high() != null && inner.high().compareTo(outer.high()) <= 0));
    }

    private static Answer possible(Input input, Random random) {
        return switch (input) {
            case Input.Code coded when coded.codes().contains("uncertain") -> code(YES_NO, random);
            case Input.Code coded -> code(coded.codes(), random);
            case Input.Number number -> {
                BigDecimal small = number.to().min(BigDecimal.TEN).subtract(number.from());
                BigDecimal width = small.signum() > 0 ? small : number.to().subtract(number.from());
                yield new Answer.Known(new Value.Amount(
                        number.from().add(width.multiply(BigDecimal.valueOf(random.nextInt(101), 2)))));
            }
        };
    }

    static Stream<Instrument> responses() {
        return instruments().filter(instrument -> instrument.onlyScore().orElse(null) instanceof CompositeResponse);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void a_better_answer_at_the_visit_never_makes_a_worse_response(Instrument instrument) {
        CompositeResponse composite = (CompositeResponse) instrument.onlyScore().orElseThrow();
        Random random = new Random(5);
        int changed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Answer> baseline = clinically(composite, random);
            Map<String, Answer> visit = clinically(composite, random);
            Response before = composite.respond(baseline::get, visit::get);
            Input better =
                    composite.inputs().get(random.nextInt(composite.inputs().size()));
            visit.put(better.key(), improved(better, visit.get(better.key())));
            Response after = composite.respond(baseline::get, visit::get);

            assertThat(rank(after))
                    .as("%s at the visit after %s", visit, baseline)
                    .isGreaterThanOrEqualTo(rank(before));
            changed += rank(after) == rank(before) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(ROUNDS / 100);
    }

    private static Map<String, Answer> clinically(CompositeResponse composite, Random random) {
        Map<String, Answer> answers = new HashMap<>();
        for (Input input : composite.inputs()) {
            answers.put(input.key(), random.nextInt(12) == 0 ? NOTHING : often(input, random));
        }
        return answers;
    }

    private static Answer often(Input input, Random random) {
        return switch (input) {
            case Input.Code coded when coded.codes().contains("no") -> code(random.nextInt(8) == 0 ? "yes" : "no");
            case Input.Code coded -> code(random.nextInt(12) == 0 ? "B" : random.nextInt(12) == 0 ? "A" : "C");
            case Input.Number number ->
                number(random.nextInt(Math.min(14, number.to().intValue() + 1)));
        };
    }

    /// One step better: a lower number, a milder grade, no failure. What is not known becomes the best there is.
    private static Answer improved(Input input, Answer answer) {
        List<String> codes = input instanceof Input.Code coded ? coded.codes() : List.of();
        return switch (answer) {
            case Answer.Known(Value.Amount(var decimal)) -> number(Math.max(0, decimal.intValue() - 1));
            case Answer.Known(Value.Code(var code)) ->
                code(codes.get(Math.min(codes.size() - 1, codes.indexOf(code) + 1)));
            default -> codes.isEmpty() ? number(0) : code(codes.getLast());
        };
    }

    private static int rank(Response response) {
        return switch (response) {
            case Response.NonResponder _ -> 0;
            case Response.NotEvaluable _ -> 1;
            case Response.Responder _ -> 2;
        };
    }

    /// Grade by grade, as the definition reads.
    private static boolean noNewAAndAtMostOneNewB(Map<String, Answer> answers) {
        int newA = 0;
        int newB = 0;
        for (String domain : DOMAINS) {
            String before = answers.get("before." + domain).toString();
            String now = answers.get("now." + domain).toString();
            newA += now.equals("A") && !before.equals("A") ? 1 : 0;
            newB += now.equals("B") && List.of("C", "D", "E").contains(before) ? 1 : 0;
        }
        return newA == 0 && newB <= 1;
    }

    private static Response respond(Map<String, Answer> answers) {
        return COMPOSITE.respond(key -> answers.get("before." + key), key -> answers.get("now." + key));
    }

    private static List<String> choices(String key) {
        String input = key.substring(key.indexOf('.') + 1);
        return switch (input) {
            case POINTS, RATING -> List.of("0", "1", "3", "7", "11");
            case "failure" -> YES_NO;
            default -> SCALE;
        };
    }

    private static Map<String, Answer> withGaps(Map<String, Answer> known, Random random, int gaps) {
        Map<String, Answer> partly = new HashMap<>(known);
        List<String> keys = known.keySet().stream().sorted().toList();
        for (int gap = random.nextInt(gaps + 1); gap > 0; gap--) {
            partly.put(keys.get(random.nextInt(keys.size())), new Answer.Unknown("left out"));
        }
        return partly;
    }

    private static List<Map<String, Answer>> completions(
            Map<String, Answer> partly, Function<String, List<String>> choices) {
        List<Map<String, Answer>> completed = new ArrayList<>(List.of(partly));
        partly.forEach((key, answer) -> {
            if (answer instanceof Answer.Unknown) {
                List<Map<String, Answer>> wider = completed.stream()
                        .flatMap(one -> choices.apply(key).stream().map(choice -> {
                            Map<String, Answer> filled = new HashMap<>(one);
                            filled.put(key, answer(choice));
                            return filled;
                        }))
                        .toList();
                completed.clear();
                completed.addAll(wider);
            }
        });
        return completed;
    }

    private static Answer answer(String text) {
        return Character.isDigit(text.charAt(0))
                ? number(Integer.parseInt(text))
                : new Answer.Known(new Value.Code(text));
    }

    private static Answer number(int number) {
        return new Answer.Known(new Value.Amount(BigDecimal.valueOf(number)));
    }

    private static Answer code(List<String> codes, Random random) {
        return code(codes.get(random.nextInt(codes.size())));
    }

    private static Answer code(String code) {
        return new Answer.Known(new Value.Code(code));
    }

    private static CompositeResponse composite() {
        List<Input> inputs = new ArrayList<>();
        for (String key : List.of(POINTS, RATING)) {
            inputs.add(new Input.Number(
                    key, Unit.ONE, BigDecimal.ZERO, BigDecimal.valueOf(20), Optional.empty(), "how much"));
        }
        DOMAINS.forEach(domain -> inputs.add(new Input.Code(domain, SCALE, Optional.empty(), "grade")));
        inputs.add(new Input.Code("failure", YES_NO, Optional.empty(), "failed"));
        Certainty proposed = Certainty.PROPOSED;
        return new CompositeResponse(
                inputs,
                List.of(
                        new Component.FallsByAtLeast("A", "", proposed, POINTS, BigDecimal.valueOf(4)),
                        new Component.NoNewGrade("B", "", proposed, DOMAINS, SCALE, Map.of("A", 0, "B", 1)),
                        new Component.RisesByLessThan("C", "", proposed, RATING, BigDecimal.ONE),
                        new Component.Is("D", "", proposed, "failure", "no")));
    }
}

package org.equipoise.instruments;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;

/// How many scores a second of processor time one thread gives, of answers that stand in a map as a form's do. Not a
/// test: the machine decides the numbers.
public final class ScoringBenchmark {
    private static final int FORMS = 1_000;
    private static final int ROUNDS = 30;
    private static final int REPEATS = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ScoringBenchmark() {}

    public static void main(String[] arguments) {
        for (String id : List.of("selena-sledai-hybrid", "selena-sledai", "sri-4", "ctcae-5", "ckd-epi-2021")) {
            Instruments.find(id, "1").orElseThrow().scores().forEach((name, scoring) -> time(id, name, scoring));
        }
    }

    private static void time(String id, String name, Scoring scoring) {
        Random random = new Random(1);
        List<Map<String, Answer>> forms =
                random.ints(FORMS).mapToObj(_ -> form(scoring, random)).toList();
        ToIntFunction<Map<String, Answer>> result = switch (scoring) {
            case VisitScore score -> form -> score.score(form::get).hashCode();
            case CompositeResponse response ->
                form -> response.respond(form::get, form::get).hashCode();
        };
        double[] seconds = new double[ROUNDS];
        int sink = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = THREADS.getCurrentThreadCpuTime();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (Map<String, Answer> form : forms) {
                    sink += result.applyAsInt(form);
                }
            }
            seconds[round] = (THREADS.getCurrentThreadCpuTime() - from) / 1e9;
        }
        double best = Arrays.stream(seconds).min().orElseThrow();
        double median = Arrays.stream(seconds).sorted().toArray()[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%-22s %-18s %,12.0f a second at best, %,12.0f in the middle (%d)%n",
                id,
                name,
                FORMS * REPEATS / best,
                FORMS * REPEATS / median,
                sink & 1);
    }

    private static Map<String, Answer> form(Scoring scoring, Random random) {
        Map<String, Answer> form = new HashMap<>();
        for (Input input : scoring.inputs()) {
            form.put(
                    input.key(),
                    switch (input) {
                        case Input.Code coded ->
                            new Answer.Known(new Value.Code(coded.codes().get(random.nextInt(2))));
                        case Input.Number number ->
                            new Answer.Known(
                                    new Value.Amount(number.from().add(BigDecimal.valueOf(random.nextInt(1, 300), 2))));
                    });
        }
        return form;
    }
}

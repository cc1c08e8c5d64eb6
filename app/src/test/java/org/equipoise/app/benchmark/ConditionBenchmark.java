package org.equipoise.app.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;

/// How many conditions a second are judged on one thread, unknowns tracked (every judgement names the items that would
/// settle it): the criteria and checks of a study, on made-up answers of which one in ten is unknown. By processor
/// time.
public final class ConditionBenchmark {
    private static final int PEOPLE = 200;
    private static final int ROUNDS = 60;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private ConditionBenchmark() {}

    public static void main(String[] arguments) {
        Study study = TestStudies.study(arguments.length > 0 ? arguments[0] : "il2-lupus");
        List<Condition> conditions = new ArrayList<>();
        study.criteria().forEach(criterion -> conditions.add(criterion.holds()));
        study.checks().forEach(check -> conditions.add(check.firesWhen()));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        List<Answers> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(study, random));
        }
        long judged = (long) conditions.size() * people.size();
        double[] seconds = new double[ROUNDS];
        long unknown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = THREAD.getCurrentThreadCpuTime();
            for (Answers answers : people) {
                for (Condition condition : conditions) {
                    unknown += condition.judge(answers).settledBy().isEmpty() ? 0 : 1;
                }
            }
            seconds[round] = (THREAD.getCurrentThreadCpuTime() - from) / 1e9;
        }
        double[] measured = Arrays.copyOfRange(seconds, ROUNDS / 2, ROUNDS);
        Arrays.sort(measured);
        System.out.printf(
                Locale.ROOT,
                "%d conditions, %.0f in 100 unknown: %,.0f judgements/s of processor time (median; best %,.0f)%n",
                conditions.size(),
                100.0 * unknown / ROUNDS / judged,
                judged / measured[measured.length / 2],
                judged / measured[0]);
    }

    private static Answers person(Study study, RandomGenerator random) {
        Map<ItemName, Answer> answers = new HashMap<>();
        study.forms().forEach(form -> form.items().forEach(item -> answers.put(item.name(), answer(item, random))));
        answers.put(
                Vocabulary.VISIT_DATE,
                new Answer.Known(new Value.Day(PartialDate.read("2020-01-15").orElseThrow())));
        answers.put(
                Vocabulary.CONSENT_DATE,
                new Answer.Known(new Value.Day(PartialDate.read("2020-01-01").orElseThrow())));
        return new Answers() {
            @Override
            public Answer answer(ItemName item) {
                return answers.getOrDefault(item, new Answer.Unknown("not recorded"));
            }

            @Override
            public Answers at(String encounter) {
                return this;
            }
        };
    }

    private static Answer answer(Item item, RandomGenerator random) {
        if (random.nextInt(10) == 0 || item.confidential()) {
            return new Answer.Unknown("not recorded");
        }
        return new Answer.Known(
                switch (item.type()) {
                    case ItemType.Code(var codes) -> new Value.Code(codes.get(random.nextInt(codes.size())));
                    case ItemType.Amount _ -> new Value.Amount(BigDecimal.valueOf(random.nextInt(2000), 1));
                    case ItemType.Text _ -> throw new IllegalArgumentException("words are no value");
                    case ItemType.Day _ ->
                        new Value.Day(PartialDate.read("2020-01-0" + (1 + random.nextInt(9)))
                                .orElseThrow());
                });
    }
}

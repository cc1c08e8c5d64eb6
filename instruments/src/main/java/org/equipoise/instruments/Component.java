package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;

/// One thing a composite response asks of a visit, judged in three values: a component that missing answers cannot
/// change is decided without them.
public sealed interface Component {
    /// The short name that a response cites.
    String id();

    String title();

    Certainty certainty();

    /// The inputs it looks at.
    List<String> reads();

    /// Can the component be judged from such an input?
    boolean accepts(Input input);

    /// Judged on answers as the inputs take them ([Input#taken]).
    Truth holds(Function<String, Answer> baseline, Function<String, Answer> visit);

    /// What keeps it open, where it is: the inputs that are not known exactly.
    default String whyOpen(Function<String, Answer> baseline, Function<String, Answer> visit) {
        return Stream.concat(open(baseline, " at baseline"), open(visit, " at the visit"))
                .collect(Collectors.joining(", ", "open: ", ""));
    }

    private Stream<String> open(Function<String, Answer> answers, String when) {
        return reads().stream()
                .filter(input -> !(answers.apply(input) instanceof Answer.Known))
                .map(input -> input + when);
    }

    /// A number is lower than at baseline by at least so much. The number cannot fall below 0, so where it was lower
    /// than that at baseline there is nothing to judge: neither a success nor a failure.
    record FallsByAtLeast(String id, String title, Certainty certainty, String input, BigDecimal fall)
            implements Component {
        @Override
        public List<String> reads() {
            return List.of(input);
        }

        @Override
        public boolean accepts(Input declared) {
            return declared instanceof Input.Number number && number.from().signum() == 0;
        }

        @Override
        public Truth holds(Function<String, Answer> baseline, Function<String, Answer> visit) {
            Span fallen = baseline.apply(input).span().minus(visit.apply(input).span());
            Truth falls = Span.of(fall).atMost(fallen);
            return falls == Truth.FALSE && canFall(baseline) != Truth.TRUE ? Truth.UNKNOWN : falls;
        }

        @Override
        public String whyOpen(Function<String, Answer> baseline, Function<String, Answer> visit) {
            return canFall(baseline) == Truth.FALSE
                    ? input + " is " + baseline.apply(input) + " at baseline and cannot fall by " + fall
                    : Component.super.whyOpen(baseline, visit);
        }

        private Truth canFall(Function<String, Answer> baseline) {
            return Span.of(fall).atMost(baseline.apply(input).span());
        }
    }

    /// A number is higher than at baseline by less than a limit, or not higher at all. A rise of exactly the limit
    /// fails, which is why the arithmetic is decimal: in binary, 1.2 − 0.9 is less than 0.3.
    record RisesByLessThan(String id, String title, Certainty certainty, String input, BigDecimal limit)
            implements Component {
        @Override
        public List<String> reads() {
            return List.of(input);
        }

        @Override
        public boolean accepts(Input declared) {
            return declared instanceof Input.Number;
        }

        @Override
        public Truth holds(Function<String, Answer> baseline, Function<String, Answer> visit) {
            Span risen = visit.apply(input).span().minus(baseline.apply(input).span());
            return risen.lessThan(Span.of(limit));
        }
    }

    /// Of several domains graded on one scale, written worst first, at most so many are newly at a grade. A grade is
    /// new where the domain was better at baseline: coming down to a grade is not new.
    record NoNewGrade(
            String id,
            String title,
            Certainty certainty,
            List<String> inputs,
            List<String> scale,
            Map<String, Integer> newAtMost)
            implements Component {
        public NoNewGrade {
            inputs = List.copyOf(inputs);
            scale = List.copyOf(scale);
            newAtMost = Map.copyOf(newAtMost);
            Scoring.refuseRepeated(inputs.stream());
            Scoring.refuseRepeated(scale.stream());
            if (!scale.containsAll(newAtMost.keySet())) {
                throw new IllegalArgumentException("component " + id + " limits a grade that its scale does not have");
            }
        }

        @Override
        public List<String> reads() {
            return inputs;
        }

        @Override
        public boolean accepts(Input declared) {
            return declared instanceof Input.Code coded && coded.codes().equals(scale);
        }

        /// Exact, not merely safe: a missing grade could always be one that is not new, so domains do not depend on
        /// one another.
        @Override
        public Truth holds(Function<String, Answer> baseline, Function<String, Answer> visit) {
            int[] before = ranks(baseline);
            int[] now = ranks(visit);
            boolean open = false;
            for (Map.Entry<String, Integer> limit : newAtMost.entrySet()) {
                int grade = scale.indexOf(limit.getKey());
                int certain = 0;
                int conceivable = 0;
                for (int domain = 0; domain < now.length; domain++) {
                    Truth news = isNew(grade, before[domain], now[domain]);
                    certain += news == Truth.TRUE ? 1 : 0;
                    conceivable += news == Truth.FALSE ? 0 : 1;
                }
                if (certain > limit.getValue()) {
                    return Truth.FALSE;
                }
                open |= conceivable > limit.getValue();
            }
            return open ? Truth.UNKNOWN : Truth.TRUE;
        }

        private static final int MISSING = -1;

        private int[] ranks(Function<String, Answer> answers) {
            int[] ranks = new int[inputs.size()];
            for (int domain = 0; domain < ranks.length; domain++) {
                ranks[domain] = rank(answers.apply(inputs.get(domain)));
            }
            return ranks;
        }

        private int rank(Answer answer) {
            return answer instanceof Answer.Known(Value.Code(var code)) ? scale.indexOf(code) : MISSING;
        }

        private static Truth isNew(int grade, int before, int now) {
            boolean cannotBe = (now != MISSING && now != grade) || (before != MISSING && before <= grade);
            return cannotBe ? Truth.FALSE : now == MISSING || before == MISSING ? Truth.UNKNOWN : Truth.TRUE;
        }
    }

    /// A code at the visit is the one required; the baseline does not matter.
    record Is(String id, String title, Certainty certainty, String input, String code) implements Component {
        @Override
        public List<String> reads() {
            return List.of(input);
        }

        @Override
        public boolean accepts(Input declared) {
            return declared instanceof Input.Code coded && coded.codes().contains(code);
        }

        @Override
        public Truth holds(Function<String, Answer> baseline, Function<String, Answer> visit) {
            return visit.apply(input) instanceof Answer.Known(Value.Code(var found))
                    ? Truth.of(found.equals(code))
                    : Truth.UNKNOWN;
        }

        @Override
        public String whyOpen(Function<String, Answer> baseline, Function<String, Answer> visit) {
            return "open: " + input + " at the visit";
        }
    }
}

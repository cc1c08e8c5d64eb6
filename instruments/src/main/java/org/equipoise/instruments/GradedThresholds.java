package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;

/// A grade of a measured value, 0 where no threshold is passed: the worst that any ladder gives. Grades that hang on
/// what was seen or done, not on the value, are people's to give.
///
/// @param value the measurement; limits of normal and baseline are asked in its unit
/// @param leftToPeople what else makes a grade, which is not decided here
public record GradedThresholds(
        String title, Input.Number value, List<Ladder> ladders, Optional<Map<Integer, String>> leftToPeople)
        implements VisitScore {
    private static final Unit GRADE = new Unit("{grade}");

    /// What an amount is a multiple of; `ONE` is the amount itself.
    public enum Reference {
        ONE("", ""),
        LOWER_LIMIT("lower_limit", "Lower limit of normal of the laboratory."),
        UPPER_LIMIT("upper_limit", "Upper limit of normal of the laboratory."),
        BASELINE("baseline", "The value at baseline.");

        private final String key;
        private final String definition;

        Reference(String key, String definition) {
            this.key = key;
            this.definition = definition;
        }
    }

    /// For whom a ladder holds. Abnormal at baseline is above the upper limit then.
    public enum Baseline {
        NORMAL,
        ABNORMAL
    }

    /// Thresholds by grade, each a multiple of the reference. A value on a threshold has the milder grade, except where
    /// the grade is said to begin with it ([#atLeast]).
    public record Ladder(
            Optional<Baseline> baseline,
            Reference times,
            Optional<Map<Integer, BigDecimal>> below,
            Optional<Map<Integer, BigDecimal>> above,
            Optional<Map<Integer, BigDecimal>> atLeast) {
        public Ladder {
            below = below.map(Ladder::ordered);
            above = above.map(Ladder::ordered);
            atLeast = atLeast.map(Ladder::ordered);
        }

        private static SortedMap<Integer, BigDecimal> ordered(Map<Integer, BigDecimal> thresholds) {
            return Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        }

        Stream<Reference> references() {
            return baseline.isPresent()
                    ? Stream.of(times, Reference.UPPER_LIMIT, Reference.BASELINE)
                    : Stream.of(times);
        }

        int worst() {
            return Stream.of(below, above, atLeast)
                    .flatMap(Optional::stream)
                    .flatMap(thresholds -> thresholds.keySet().stream())
                    .max(Integer::compare)
                    .orElse(0);
        }

        private Limits grade(Span value, Span reference) {
            Limits limits = new Limits(0, 0);
            limits = limits.worse(below, amount -> value.lessThan(reference.times(amount)));
            limits = limits.worse(above, amount -> reference.times(amount).lessThan(value));
            return limits.worse(atLeast, amount -> reference.times(amount).atMost(value));
        }
    }

    /// The mildest and the worst grade that it may be.
    private record Limits(int mildest, int worst) {
        Limits worse(Optional<Map<Integer, BigDecimal>> thresholds, Function<BigDecimal, Truth> passed) {
            Limits limits = this;
            for (Map.Entry<Integer, BigDecimal> step :
                    thresholds.orElse(Map.of()).entrySet()) {
                Truth there = passed.apply(step.getValue());
                int certain = there == Truth.TRUE ? step.getKey() : 0;
                int conceivable = there == Truth.FALSE ? 0 : step.getKey();
                limits = limits.worse(new Limits(certain, conceivable));
            }
            return limits;
        }

        Limits worse(Limits other) {
            return new Limits(Math.max(mildest, other.mildest), Math.max(worst, other.worst));
        }

        Limits or(Limits other) {
            return new Limits(Math.min(mildest, other.mildest), Math.max(worst, other.worst));
        }
    }

    public GradedThresholds {
        ladders = List.copyOf(ladders);
        value.also().ifPresent(Conversion::refuseRounding);
        leftToPeople = leftToPeople.map(clauses -> Collections.unmodifiableSortedMap(new TreeMap<>(clauses)));
    }

    /// The grade by the value alone. Where it hangs on what is not known, the mildest and the worst that it may be.
    @Override
    public Answer score(Function<String, Answer> answers) {
        Limits limits = hangsOnBaseline()
                ? byBaseline(answers)
                : grade(Baseline.NORMAL, reference -> read(reference, answers), answers);
        return limits.mildest() == limits.worst()
                ? new Answer.Known(new Value.Amount(BigDecimal.valueOf(limits.worst())))
                : new Answer.Bounded(Span.between(limits.mildest(), limits.worst()));
    }

    private Limits byBaseline(Function<String, Answer> answers) {
        Span upper = read(Reference.UPPER_LIMIT, answers);
        Span baseline = read(Reference.BASELINE, answers);
        return switch (upper.lessThan(baseline)) {
            case FALSE -> grade(Baseline.NORMAL, reference -> read(reference, answers), answers);
            case TRUE -> grade(Baseline.ABNORMAL, reference -> read(reference, answers), answers);
            case UNKNOWN -> {
                Span normal = Input.common(upper, from(baseline, /* open= */ false));
                Span abnormal = Input.common(baseline, from(upper, /* open= */ true));
                yield grade(Baseline.NORMAL, where(Reference.UPPER_LIMIT, normal, answers), answers)
                        .or(grade(Baseline.ABNORMAL, where(Reference.BASELINE, abnormal, answers), answers));
            }
        };
    }

    private static Span from(Span span, boolean open) {
        return span.low() == null ? Span.EVERYTHING : Span.above(span.low(), open || span.lowOpen());
    }

    private Function<Reference, Span> where(Reference narrowed, Span span, Function<String, Answer> answers) {
        return reference -> reference == narrowed ? span : read(reference, answers);
    }

    private Limits grade(Baseline state, Function<Reference, Span> references, Function<String, Answer> answers) {
        Span measured = value.taken(answers.apply(value.key())).span();
        Limits limits = new Limits(0, 0);
        for (Ladder ladder : ladders) {
            if (ladder.baseline().isEmpty() || ladder.baseline().get() == state) {
                limits = limits.worse(ladder.grade(measured, references.apply(ladder.times())));
            }
        }
        return limits;
    }

    /// What is not known is still possible: a limit below 0, whose multiples fall, is not.
    private Span read(Reference reference, Function<String, Answer> answers) {
        if (reference == Reference.ONE) {
            return Span.of(BigDecimal.ONE);
        }
        Answer answer = asked(reference).taken(answers.apply(reference.key));
        return answer instanceof Answer.Unknown ? value.possible() : answer.span();
    }

    private Input.Number asked(Reference reference) {
        return new Input.Number(
                reference.key, value.unit(), value.from(), value.to(), value.also(), reference.definition);
    }

    private boolean hangsOnBaseline() {
        return ladders.stream().anyMatch(ladder -> ladder.baseline().isPresent());
    }

    @Override
    public ItemType.Amount type() {
        int worst = ladders.stream().mapToInt(Ladder::worst).max().orElse(0);
        return new ItemType.Amount(GRADE, Span.between(0, worst));
    }

    @Override
    public List<Input> inputs() {
        Stream<Input> references = Arrays.stream(Reference.values())
                .filter(reference -> reference != Reference.ONE)
                .filter(reference ->
                        ladders.stream().flatMap(Ladder::references).anyMatch(reference::equals))
                .map(this::asked);
        return Stream.concat(Stream.of(value), references).toList();
    }
}

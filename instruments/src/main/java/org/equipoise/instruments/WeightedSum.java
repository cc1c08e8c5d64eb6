package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;

/// A score that adds, for every item, its weight as often as its answer is worth: once for a sign that is present, not
/// at all for one that is absent; or so many points for each grade.
///
/// @param answers what each answer is worth
/// @param openAnswers answers that may be given and settle nothing
public record WeightedSum(Map<String, Integer> answers, List<String> openAnswers, List<Item> items)
        implements VisitScore {
    private static final Unit POINTS = new Unit("{score}");
    private static final Integer OPEN = Integer.MIN_VALUE;

    /// One thing that is asked.
    ///
    /// @param excluding causes that make the same sign not count
    /// @param proposed rules on measurements, any of which suggests that the sign is present; a person confirms
    /// @param countsWhen a rule without which the item, whatever was answered, counts nothing
    public record Item(
            String key,
            int weight,
            String system,
            String definition,
            Optional<List<String>> excluding,
            Certainty certainty,
            Optional<List<Rule>> proposed,
            Optional<Rule> countsWhen) {
        public Item {
            excluding = excluding.map(List::copyOf);
            proposed = proposed.map(List::copyOf);
            if (weight < 1) {
                throw new IllegalArgumentException("'" + key + "' needs a weight of at least 1, not " + weight);
            }
        }

        /// Do the measurements that a study collects suggest that the sign is present? Of several ways to measure it,
        /// those the study does not collect do not count; empty where that leaves none.
        public Optional<Truth> proposed(Function<String, Answer> measured, Predicate<String> collected) {
            List<Rule> rules = proposed.orElse(List.of()).stream()
                    .filter(rule -> rule.reads().stream().map(Input::key).allMatch(collected))
                    .toList();
            if (rules.isEmpty()) {
                return Optional.empty();
            }
            List<Truth> found = rules.stream().map(rule -> rule.holds(measured)).toList();
            return Optional.of(
                    found.contains(Truth.TRUE)
                            ? Truth.TRUE
                            : found.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE);
        }

        private Truth counts(Function<String, Answer> answers) {
            return countsWhen.isPresent() ? countsWhen.get().holds(answers) : Truth.TRUE;
        }
    }

    public WeightedSum {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        openAnswers = List.copyOf(openAnswers);
        items = List.copyOf(items);
        Scoring.refuseRepeated(Stream.concat(answers.keySet().stream(), openAnswers.stream()));
        Scoring.refuseRepeated(items.stream().map(Item::key));
    }

    /// The points, known when every item is. Otherwise the limits count each item that is open at the least and at the
    /// most that it could be worth.
    @Override
    public Answer score(Function<String, Answer> given) {
        long lowest = 0;
        long highest = 0;
        for (Item item : items) {
            int worth = worth(given.apply(item.key()));
            long low = item.weight() * (long) (worth == OPEN ? least() : worth);
            long high = item.weight() * (long) (worth == OPEN ? most() : worth);
            Truth counts = item.counts(given);
            if (counts == Truth.TRUE) {
                lowest += low;
                highest += high;
            } else if (counts == Truth.UNKNOWN) {
                lowest += Math.min(0, low);
                highest += Math.max(0, high);
            }
        }
        return lowest == highest
                ? new Answer.Known(new Value.Amount(BigDecimal.valueOf(lowest)))
                : new Answer.Bounded(Span.between(lowest, highest));
    }

    private int worth(Answer answer) {
        return answer instanceof Answer.Known(Value.Code(var code)) ? answers.getOrDefault(code, OPEN) : OPEN;
    }

    private int least() {
        return Collections.min(answers.values());
    }

    private int most() {
        return Collections.max(answers.values());
    }

    @Override
    public ItemType.Amount type() {
        long weights = items.stream().mapToLong(Item::weight).sum();
        return new ItemType.Amount(POINTS, Span.between(Math.min(0, weights * least()), weights * most()));
    }

    @Override
    public List<Input> inputs() {
        List<String> codes =
                Stream.concat(answers.keySet().stream(), openAnswers.stream()).toList();
        Stream<Input> asked =
                items.stream().map(item -> new Input.Code(item.key(), codes, Optional.empty(), question(item)));
        Stream<Input> read =
                items.stream().flatMap(item -> item.countsWhen().stream()).flatMap(rule -> rule.reads().stream());
        return Stream.concat(asked, read).distinct().toList();
    }

    /// The measurements that suggest answers, for a study that collects them.
    public List<Input.Number> evidence() {
        return items.stream()
                .flatMap(item -> item.proposed().stream())
                .flatMap(List::stream)
                .flatMap(rule -> rule.reads().stream())
                .distinct()
                .toList();
    }

    private static String question(Item item) {
        return item.definition()
                + item.excluding()
                        .map(causes -> " Not from: " + String.join(", ", causes) + ".")
                        .orElse("");
    }
}

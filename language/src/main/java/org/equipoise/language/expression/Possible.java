package org.equipoise.language.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;

/// Whether there can be someone for whom conditions come out as wanted, all of them at once.
///
/// Every item takes the few values at which an outcome can turn: its codes, or what it is compared with, a little more,
/// a little less, and the ends of its range. They are tried one item after the other, and given up as soon as a
/// condition has settled otherwise on what is tried so far; a condition that is still unknown prunes nothing. For items
/// that are compared with constants these values stand for all. Where numbers are compared with each other they do not,
/// and "no" is never said.
public final class Possible {
    private static final int MOST_TRIED = 20_000;
    private static final BigDecimal LITTLE = new BigDecimal("0.001");
    private static final BigDecimal FAR = new BigDecimal("10000");
    private static final List<Integer> ENTRIES = List.of(0, 1, 3);
    private static final LocalDate SOME_DAY = LocalDate.of(2020, 1, 1);
    private static final List<Integer> DAYS = List.of(-10_000, -7, 0, 7, 180, 3_653);
    private static final int LONG = 5_000;

    private final Map<ItemName, ItemType> types;
    private final List<String> encounters;

    public Possible(Map<ItemName, ItemType> types, Set<String> encounters) {
        this.types = Map.copyOf(types);
        this.encounters = List.copyOf(new TreeSet<>(encounters));
    }

    /// A condition and the truth it should come to.
    public record Wanted(Condition condition, boolean truth) {}

    public boolean canHold(Condition condition) {
        return isPossible(List.of(new Wanted(condition, true)));
    }

    public boolean canFail(Condition condition) {
        return isPossible(List.of(new Wanted(condition, false)));
    }

    public boolean isPossible(List<Wanted> wanted) {
        Search search = new Search(wanted);
        return search.finds() || search.isLinked();
    }

    /// What can be tried of a thing that a condition asks for.
    private record Asked(String where, String what) {}

    private final class Search {
        private final List<Wanted> wanted;
        private final Thresholds thresholds = new Thresholds();
        private final Map<Asked, Object> tried = new HashMap<>();
        private final Map<Asked, List<?>> toTry = new HashMap<>();
        private int steps;
        private List<Asked> open = new ArrayList<>();

        Search(List<Wanted> wanted) {
            this.wanted = wanted;
            wanted.forEach(each -> thresholds.add(each.condition()));
        }

        boolean isLinked() {
            return thresholds.linked().stream().anyMatch(item -> types.get(item) instanceof ItemType.Amount);
        }

        boolean finds() {
            open = new ArrayList<>();
            boolean settled = true;
            for (Wanted each : wanted) {
                Truth truth = each.condition().truth(new There(""));
                if (truth == Truth.of(!each.truth())) {
                    return false;
                }
                settled &= truth != Truth.UNKNOWN;
            }
            if (settled || open.isEmpty() || ++steps > MOST_TRIED) {
                return true;
            }
            Asked next = open.getFirst();
            for (Object value : toTry.getOrDefault(next, List.of())) {
                tried.put(next, value);
                if (finds()) {
                    return true;
                }
            }
            tried.remove(next);
            return false;
        }

        private Object ask(Asked asked, List<?> values) {
            Object value = tried.get(asked);
            if (value == null) {
                open.add(asked);
                toTry.putIfAbsent(asked, values);
                return asked;
            }
            return value;
        }

        /// What is answered at one place: here, at a visit, in an entry.
        private final class There implements Answers {
            private final String where;

            There(String where) {
                this.where = where;
            }

            @Override
            public Answer answer(ItemName item) {
                boolean everywhere = item.equals(Vocabulary.CONSENT_DATE);
                Object value = ask(new Asked(everywhere ? "" : where, item.toString()), values(item));
                return value instanceof Answer answer ? answer : new Answer.Unknown("not tried yet");
            }

            @Override
            public Answers at(String encounter) {
                return new There("@" + encounter);
            }

            @Override
            public List<Answers> entries(String log) {
                Object size = ask(new Asked("", log), ENTRIES);
                List<Answers> entries = new ArrayList<>();
                for (int i = 0; i < (size instanceof Integer many ? many : 3); i++) {
                    entries.add(new Entry(log, new There(log + i), this));
                }
                return entries;
            }

            @Override
            public Judgement derived(String derivation) {
                Object value = ask(new Asked(where, derivation), List.of(true, false));
                return value instanceof Boolean holds
                        ? Judgement.settled(holds)
                        : new Judgement(Truth.UNKNOWN, new TreeSet<>());
            }
        }

        private List<Answer> values(ItemName item) {
            if (item.equals(Vocabulary.VISIT_ID)) {
                return codes(encounters);
            }
            if (item.equals(Vocabulary.VISIT_DAY)) {
                return numbers(thresholds.of(item), Span.EVERYTHING);
            }
            return switch (types.get(item)) {
                case ItemType.Code(var codes) -> codes(codes);
                case ItemType.Amount(var _, var possible) -> numbers(thresholds.of(item), possible);
                case ItemType.Day _ -> days(thresholds.of(item));
                case ItemType.Text _ -> throw new IllegalStateException("no condition reads the text " + item);
                case null -> days(thresholds.of(item));
            };
        }
    }

    /// In an entry, the items of its log are its own and all others stay as they are.
    private record Entry(String log, Answers own, Answers others) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            return item.form().equals(log) ? own.answer(item) : others.answer(item);
        }

        @Override
        public Answers at(String encounter) {
            return others.at(encounter);
        }

        @Override
        public Judgement derived(String derivation) {
            return others.derived(derivation);
        }
    }

    private static List<Answer> codes(List<String> codes) {
        return codes.stream()
                .<Answer>map(code -> new Answer.Known(new Value.Code(code)))
                .toList();
    }

    private static List<Answer> numbers(Set<BigDecimal> thresholds, Span possible) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (BigDecimal threshold : thresholds) {
            BigDecimal little = threshold.abs().max(BigDecimal.ONE).multiply(LITTLE);
            numbers.add(threshold);
            numbers.add(threshold.subtract(little));
            numbers.add(threshold.add(little));
        }
        BigDecimal low = possible.low() == null ? FAR.negate() : possible.low();
        BigDecimal high = possible.high() == null ? FAR : possible.high();
        numbers.add(low);
        numbers.add(low.add(high).divide(BigDecimal.TWO));
        numbers.add(high);
        return numbers.stream()
                .filter(number -> Span.of(number).equalTo(possible) != Truth.FALSE)
                .<Answer>map(number -> new Answer.Known(new Value.Amount(number)))
                .toList();
    }

    /// A threshold of a day is a date, or how far two dates are apart.
    private static List<Answer> days(Set<BigDecimal> thresholds) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        DAYS.forEach(by -> dates.add(SOME_DAY.plusDays(by)));
        Set<Long> apart = new LinkedHashSet<>();
        for (BigDecimal threshold : thresholds) {
            for (long day = threshold.longValue() - 1; day <= threshold.longValue() + 1; day++) {
                if (Math.abs(day) < LONG) {
                    apart.add(day);
                } else {
                    dates.add(LocalDate.ofEpochDay(day));
                }
            }
        }
        Set<LocalDate> days = new LinkedHashSet<>(dates);
        dates.forEach(date -> apart.forEach(by -> days.add(date.plusDays(by))));
        return days.stream()
                .<Answer>map(day -> new Answer.Known(new Value.Day(PartialDate.of(day))))
                .toList();
    }
}

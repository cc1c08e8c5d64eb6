package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.rehearsal.course.Places;

/// Whether someone can be randomised, and in which stratum, by what stands on day 1. What is unknown is asked for once.
final class Eligibility {
    private final Places places;
    private final Chart chart;
    private final LocalDate on;

    Eligibility(Places places, Chart chart, LocalDate on) {
        this.places = places;
        this.chart = chart;
        this.on = on;
    }

    /// The stratum of someone eligible; nothing for whoever goes home.
    Optional<String> stratum() {
        Truth eligible = eligible();
        if (eligible == Truth.UNKNOWN) {
            chart.obtain();
            eligible = eligible();
        }
        return eligible == Truth.TRUE ? stratumOfEligible() : Optional.empty();
    }

    private Optional<String> stratumOfEligible() {
        Optional<String> stratum = named();
        if (stratum.isEmpty()) {
            chart.obtain();
            stratum = named();
        }
        return stratum;
    }

    /// Every criterion is judged: one that is not met decides, whatever else is unknown.
    private Truth eligible() {
        Truth all = Truth.TRUE;
        for (Criterion criterion : places.study().criteria()) {
            Truth met = met(criterion);
            if (met == Truth.FALSE) {
                return Truth.FALSE;
            }
            all = met == Truth.UNKNOWN ? Truth.UNKNOWN : all;
        }
        return all;
    }

    /// Whether one criterion is met by what stands there.
    Truth met(Criterion criterion) {
        Truth holds = criterion.holds().truth(new OnTheDay(criterion.windows()));
        return criterion.kind() == Criterion.Kind.INCLUSION ? holds : holds.not();
    }

    /// What was last recorded when the investigator decides.
    private final class OnTheDay implements Answers {
        private final Map<String, Integer> windows;

        OnTheDay(Map<String, Integer> windows) {
            this.windows = windows;
        }

        @Override
        public Answer answer(ItemName item) {
            if (item.equals(Vocabulary.VISIT_DATE)) {
                return VisitAnswers.day(on);
            }
            if (item.equals(Vocabulary.CONSENT_DATE)) {
                return VisitAnswers.day(chart.consented());
            }
            return chart.latest(item, on, windows.get(item.form()));
        }

        @Override
        public Answers at(String encounter) {
            return new VisitAnswers(places, chart, places.encounter(encounter));
        }
    }

    private Optional<String> named() {
        StringBuilder stratum = new StringBuilder();
        for (Randomization.Factor factor :
                places.study().design().randomization().factors()) {
            Optional<String> level = level(factor);
            if (level.isEmpty()) {
                return Optional.empty();
            }
            stratum.append(stratum.isEmpty() ? "" : ";")
                    .append(factor.id())
                    .append('=')
                    .append(level.get());
        }
        return Optional.of(stratum.isEmpty() ? "all" : stratum.toString());
    }

    private Optional<String> level(Randomization.Factor factor) {
        TreeSet<ItemName> open = new TreeSet<>();
        for (Randomization.Level level : factor.levels()) {
            Judgement judgement = level.when().judge(new OnTheDay(Map.of()));
            open.addAll(judgement.settledBy());
            if (judgement.truth() == Truth.TRUE && open.isEmpty()) {
                return Optional.of(level.id());
            }
        }
        return Optional.empty();
    }
}

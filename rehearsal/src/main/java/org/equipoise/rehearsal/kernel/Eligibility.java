package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.reading.Study;

/// Whether someone can be randomised, and in which stratum, by what stands on day 1. What is unknown is asked for once.
final class Eligibility {
    private static final LocalDate EVER = LocalDate.MIN;

    private final Study study;
    private final Chart chart;
    private final LocalDate on;

    Eligibility(Study study, Chart chart, LocalDate on) {
        this.study = study;
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
        for (Criterion criterion : study.criteria()) {
            LocalDate notBefore = criterion.windowDays().isPresent()
                    ? on.minusDays(criterion.windowDays().getAsInt())
                    : EVER;
            Truth holds = criterion.holds().judge(answers(notBefore)).truth();
            Truth met = criterion.kind() == Criterion.Kind.INCLUSION ? holds : holds.not();
            if (met == Truth.FALSE) {
                return Truth.FALSE;
            }
            all = met == Truth.UNKNOWN ? Truth.UNKNOWN : all;
        }
        return all;
    }

    private Answers answers(LocalDate notBefore) {
        return item -> chart.latest(item, on, notBefore);
    }

    private Optional<String> named() {
        StringBuilder stratum = new StringBuilder();
        for (Randomization.Factor factor : study.design().randomization().factors()) {
            Optional<String> level = level(factor);
            if (level.isEmpty()) {
                return Optional.empty();
            }
            stratum.append(stratum.isEmpty() ? "" : ";").append(factor.id()).append('=').append(level.get());
        }
        return Optional.of(stratum.isEmpty() ? "all" : stratum.toString());
    }

    private Optional<String> level(Randomization.Factor factor) {
        TreeSet<ItemName> open = new TreeSet<>();
        for (Randomization.Level level : factor.levels()) {
            Judgement judgement = level.when().judge(answers(EVER));
            open.addAll(judgement.settledBy());
            if (judgement.truth() == Truth.TRUE && open.isEmpty()) {
                return Optional.of(level.id());
            }
        }
        return Optional.empty();
    }
}

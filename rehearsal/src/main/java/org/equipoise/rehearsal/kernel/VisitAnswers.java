package org.equipoise.rehearsal.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.rehearsal.course.Places;

/// What stands on a chart at one encounter.
record VisitAnswers(Places places, Chart chart, int encounter) implements Answers {
    private static final Answer NOT_HELD = new Answer.Unknown("the visit did not take place");

    @Override
    public Answer answer(ItemName item) {
        if (item.equals(Vocabulary.VISIT_DATE)) {
            return chart.visit(encounter).map(VisitAnswers::day).orElse(NOT_HELD);
        }
        if (item.equals(Vocabulary.VISIT_DAY)) {
            return chart.visit(encounter)
                    .map(date -> (Answer) new Answer.Known(new Value.Amount(BigDecimal.valueOf(studyDay(date)))))
                    .orElse(NOT_HELD);
        }
        if (item.equals(Vocabulary.VISIT_ID)) {
            return new Answer.Known(
                    new Value.Code(places.encounters().get(encounter).id()));
        }
        return item.equals(Vocabulary.CONSENT_DATE) ? day(chart.consented()) : chart.answer(encounter, item);
    }

    /// Day 1 is the day of randomisation, and there is no day 0.
    private long studyDay(LocalDate date) {
        long days = ChronoUnit.DAYS.between(chart.dayOne(), date);
        return days < 0 ? days : days + 1;
    }

    static Answer day(LocalDate date) {
        return new Answer.Known(new Value.Day(PartialDate.of(date)));
    }

    @Override
    public VisitAnswers at(String other) {
        return new VisitAnswers(places, chart, places.encounter(other));
    }

    @Override
    public List<Answers> entries(String log) {
        return chart.log(log).stream().map(entry -> entry.over(this)).toList();
    }

    /// As [Derivation#at], with what a visit shows judged once.
    @Override
    public Judgement derived(String derivation) {
        Derivation found = places.derivation(derivation);
        int last = found.encounters().indexOf(places.encounters().get(encounter).id());
        SortedSet<ItemName> open = new TreeSet<>();
        boolean unknown = false;
        for (int earlier = found.permanent() ? 0 : Math.max(0, last); earlier <= last; earlier++) {
            int place = places.encounter(found.encounters().get(earlier));
            if (earlier == last || chart.visit(place).isPresent()) {
                Judgement judgement = chart.judged(found, place);
                if (judgement.truth() == Truth.TRUE) {
                    return judgement;
                }
                unknown |= judgement.truth() == Truth.UNKNOWN;
                open.addAll(judgement.settledBy());
            }
        }
        return unknown ? new Judgement(Truth.UNKNOWN, open) : Judgement.settled(false);
    }
}

package org.equipoise.rehearsal.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Value;

/// What stands on a chart at one encounter.
record VisitAnswers(Places places, Chart chart, int encounter) implements Answers {

    @Override
    public Answer answer(ItemName item) {
        return item.form().equals(Vocabulary.VISIT_DAY.form()) ? ofVisit(item) : chart.answer(encounter, item);
    }

    @Override
    public Answers at(String other) {
        return new VisitAnswers(places, chart, places.encounter(other));
    }

    private Answer ofVisit(ItemName item) {
        Optional<LocalDate> date = chart.visit(encounter);
        if (item.equals(Vocabulary.VISIT_ID)) {
            return new Answer.Known(new Value.Code(places.encounters().get(encounter).id()));
        }
        if (date.isEmpty()) {
            return new Answer.Unknown("no visit");
        }
        return item.equals(Vocabulary.VISIT_DATE)
                ? new Answer.Known(new Value.Day(PartialDate.of(date.get())))
                : new Answer.Known(new Value.Amount(BigDecimal.valueOf(day(date.get()))));
    }

    /// The study day: 1 is the day of randomisation, there is no 0.
    private long day(LocalDate date) {
        long days = ChronoUnit.DAYS.between(chart.dayOne(), date);
        return days < 0 ? days : days + 1;
    }
}

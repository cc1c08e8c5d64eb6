package org.equipoise.datasets;

import org.equipoise.language.expression.Answers;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;

/// What is recorded of one participant, seen from one encounter; every answer given goes to the sources of a reading.
record VisitAnswers(Plan plan, Course participant, int encounter, Reading reading) implements Answers {

    @Override
    public Answer answer(ItemName item) {
        return reading.answer(participant, encounter, item);
    }

    @Override
    public Answers at(String other) {
        return new VisitAnswers(plan, participant, plan.place(other), reading);
    }
}

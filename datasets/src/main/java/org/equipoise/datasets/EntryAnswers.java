package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;

/// An entry of a log, seen from a visit: the items of the log are the entry's, all others the visit's.
record EntryAnswers(VisitAnswers visit, Answers around, Sheet entry) implements Answers {
    static List<Answers> of(VisitAnswers visit, Answers around, String log) {
        List<Answers> entries = new ArrayList<>();
        visit.participant().entries(log).forEach(entry -> entries.add(new EntryAnswers(visit, around, entry)));
        return entries;
    }

    @Override
    public Answer answer(ItemName item) {
        return item.form().equals(entry.plan().form().id())
                ? visit.reading().answer(visit.participant(), visit.encounter(), entry, item)
                : around.answer(item);
    }

    @Override
    public Answers at(String encounter) {
        return new EntryAnswers(visit, around.at(encounter), entry);
    }

    @Override
    public List<Answers> entries(String log) {
        return of(visit, this, log);
    }

    @Override
    public Judgement derived(String derivation) {
        return around.derived(derivation);
    }
}

package org.equipoise.protocol.scrutiny;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;

/// What a condition asks for: items where it is judged, items at a visit by visit, derivations.
record Asked(SortedSet<ItemName> here, SortedMap<String, SortedSet<ItemName>> at, SortedSet<String> derivations) {

    /// It is judged where nothing is known, which makes it ask for everything.
    static Asked by(Condition condition) {
        Asked asked = new Asked(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
        condition.judge(new Listening(asked, asked.here));
        asked.here.removeAll(
                List.of(Vocabulary.VISIT_DATE, Vocabulary.VISIT_DAY, Vocabulary.VISIT_ID, Vocabulary.CONSENT_DATE));
        return asked;
    }

    private record Listening(Asked asked, SortedSet<ItemName> heard) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            heard.add(item);
            return new Answer.Unknown("only asked");
        }

        @Override
        public Answers at(String encounter) {
            return new Listening(asked, asked.at.computeIfAbsent(encounter, _ -> new TreeSet<>()));
        }

        @Override
        public List<Answers> entries(String log) {
            return List.of(new Listening(asked, new TreeSet<>()));
        }

        @Override
        public Judgement derived(String derivation) {
            asked.derivations.add(derivation);
            return new Judgement(Truth.UNKNOWN, new TreeSet<>());
        }
    }
}

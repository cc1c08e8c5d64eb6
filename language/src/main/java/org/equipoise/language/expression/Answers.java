package org.equipoise.language.expression;

import java.util.List;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;

/// What the record says at the moment and place of judging: at a visit, or in an entry of a log.
///
/// `visit.day`, `visit.date`, `visit.id` and `consent.date` are asked for as items: [Vocabulary#VISIT_DAY] and so on.
@FunctionalInterface
public interface Answers {
    Answer answer(ItemName item);

    /// What stands at another encounter.
    default Answers at(String encounter) {
        return item -> new Answer.Unknown("not recorded");
    }

    /// One for each entry of a log, in which the items of the log are the entry's and all others stay as they are here.
    default List<Answers> entries(String log) {
        return List.of();
    }

    /// What a derivation of the study comes to here.
    default Judgement derived(String derivation) {
        return new Judgement(Truth.UNKNOWN, new TreeSet<>());
    }
}

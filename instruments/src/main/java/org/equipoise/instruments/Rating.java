package org.equipoise.instruments;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;

/// A mark on a scale; the score is the mark, to the decimal.
///
/// @param anchors what some marks stand for
public record Rating(Input.Number mark, Map<Integer, String> anchors) implements VisitScore {
    public Rating {
        anchors = Collections.unmodifiableSortedMap(new TreeMap<>(anchors));
    }

    @Override
    public Answer score(Function<String, Answer> answers) {
        return mark.taken(answers.apply(mark.key()));
    }

    @Override
    public ItemType type() {
        return mark.type();
    }

    @Override
    public List<Input> inputs() {
        return List.of(mark);
    }
}

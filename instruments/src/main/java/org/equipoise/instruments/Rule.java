package org.equipoise.instruments;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.ConditionReader;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;

/// A condition on measurements, in the language that protocols are written in, with the measurements it reads:
/// `measured.c3 < measured.c3_lower`.
public record Rule(List<Input.Number> reads, String when, Condition condition) {
    private static final String MEASURED = "measured";

    public Rule {
        reads = List.copyOf(reads);
        reads.forEach(input -> input.also().ifPresent(Conversion::refuseRounding));
    }

    static Rule read(List<Input.Number> reads, String when) {
        Scoring.refuseRepeated(reads.stream().map(Input.Number::key));
        Map<ItemName, ItemType> types =
                reads.stream().collect(Collectors.toMap(input -> new ItemName(MEASURED, input.key()), Input::type));
        return switch (new ConditionReader(new Vocabulary(types)).read(when)) {
            case ConditionReader.Reading.Read(var condition) -> new Rule(reads, when, condition);
            case ConditionReader.Reading.Faulty(var faults) ->
                throw new IllegalArgumentException("'" + when + "' is no rule: "
                        + faults.getFirst().what() + "; " + faults.getFirst().fix());
        };
    }

    Truth holds(Function<String, Answer> measured) {
        return condition
                .judge(name -> Input.taken(reads, name.item(), measured))
                .truth();
    }
}

package org.equipoise.instruments;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Value;

/// A grade whose rules belong to someone else: we ask the items, by number, and a [LicensedScorer] grades them.
public record LicensedGrade(String scorer, String grade, List<String> codes, List<Input> inputs) implements VisitScore {
    public LicensedGrade {
        codes = List.copyOf(codes);
        inputs = List.copyOf(inputs);
        Scoring.refuseRepeated(codes.stream());
        Scoring.refuseRepeated(inputs.stream().map(Input::key));
    }

    @Override
    public Answer score(Function<String, Answer> answers) {
        Optional<LicensedScorer> installed = LicensedScorer.installed(scorer);
        if (installed.isEmpty()) {
            return new Answer.Unknown("no licensed scorer is installed");
        }
        return installed
                .get()
                .grade(grade, key -> Input.taken(inputs, key, answers))
                .<Answer>map(code -> codes.contains(code)
                        ? new Answer.Known(new Value.Code(code))
                        : new Answer.Unknown("the licensed scorer gave '" + code + "', which is no grade"))
                .orElse(new Answer.Unknown("the licensed scorer cannot grade these answers"));
    }

    @Override
    public ItemType.Code type() {
        return new ItemType.Code(codes);
    }
}

package org.equipoise.instruments;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
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

    /// Who grades here; the version goes beside the grades.
    public Optional<LicensedScorer> installed() {
        return Installed.SCORERS.stream()
                .filter(candidate -> candidate.id().equals(scorer))
                .findFirst();
    }

    @Override
    public Answer score(Function<String, Answer> answers) {
        return installed()
                .map(licensed -> graded(licensed.grade(grade, key -> Input.taken(inputs, key, answers))))
                .orElse(new Answer.Unknown("no licensed scorer is installed"));
    }

    private Answer graded(Optional<String> code) {
        if (code.isEmpty()) {
            return new Answer.Unknown("the licensed scorer cannot grade these answers");
        }
        return codes.contains(code.get())
                ? new Answer.Known(new Value.Code(code.get()))
                : new Answer.Unknown("the licensed scorer gave '" + code.get() + "', which is no grade");
    }

    @Override
    public ItemType.Code type() {
        return new ItemType.Code(codes);
    }

    /// Looked for once, on first use.
    private static final class Installed {
        static final List<LicensedScorer> SCORERS =
                ServiceLoader.load(LicensedScorer.class, LicensedScorer.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }
}

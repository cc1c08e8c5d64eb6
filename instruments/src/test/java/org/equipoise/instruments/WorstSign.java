package org.equipoise.instruments;

import java.util.Optional;
import java.util.function.Function;
import org.equipoise.language.value.Answer;

/// A scorer as someone with a license would plug it in, with rules of nobody's: A for a sign that is new, no grade
/// while nothing is answered, and for the grade `silly` a code that is none.
public final class WorstSign implements LicensedScorer {
    @Override
    public String id() {
        return "worst-sign";
    }

    @Override
    public String version() {
        return "7";
    }

    @Override
    public Optional<String> grade(String grade, Function<String, Answer> answers) {
        if (grade.equals("silly")) {
            return Optional.of("Z");
        }
        return switch (answers.apply("item_1").toString()) {
            case "4" -> Optional.of("A");
            case "0" -> Optional.of("E");
            default -> Optional.empty();
        };
    }
}

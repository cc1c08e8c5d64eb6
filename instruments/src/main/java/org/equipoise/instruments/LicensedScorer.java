package org.equipoise.instruments;

import java.util.Optional;
import java.util.function.Function;
import org.equipoise.language.value.Answer;

/// Where someone who holds a license plugs in a way of grading that we may not ship: a jar on the class path that
/// names its class in `META-INF/services`. It gives the same grade to the same answers always, and never fails.
public interface LicensedScorer {

    /// What it grades; an instrument asks for it by this name.
    String id();

    /// The edition of the rules and of the program, stored beside the grades it gave.
    String version();

    /// The code of one grade, from the answers by input; empty where they do not decide it.
    Optional<String> grade(String grade, Function<String, Answer> answers);
}

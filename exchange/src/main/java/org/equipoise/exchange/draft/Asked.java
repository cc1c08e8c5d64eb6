package org.equipoise.exchange.draft;

import java.util.Optional;
import org.equipoise.language.value.Unit;

/// What is asked to begin a study with; every question may be left open.
public enum Asked {
    TITLE("What is the trial called", ".{1,300}", "a title of one line"),
    ARMS("Which arms has it, separated by commas", "[^,]+(,[^,]+)+", "two names or more, separated by commas"),
    RATIO(
            "In which ratio are participants allocated to them, as 1:1",
            "[1-9]\\d?(:[1-9]\\d?)+",
            "numbers between colons: 2:1:1"),
    PARTICIPANTS("How many participants are randomised", "[1-9]\\d{0,4}", "a number up to 99999"),
    BLINDING("Is it double, single or open", "double|single|open", "double, single or open"),
    ROUTE("By which route is the treatment given", ".{1,100}", "a word or two"),
    WEEKS("After how many weeks is the outcome measured", "[1-9]\\d{0,2}", "a number of weeks up to 999"),
    MEASURE("What is measured, and in which UCUM unit, as Weight, kg", "[^,]+,\\s*\\S+", "a name, a comma and a unit");

    private final String question;
    private final String form;
    private final String words;

    Asked(String question, String form, String words) {
        this.question = question;
        this.form = form;
        this.words = words;
    }

    /// The question without its mark.
    public String question() {
        return question;
    }

    /// What is wrong with an answer, as a sentence without a full stop.
    public Optional<String> fault(String answer) {
        return answer.matches(form)
                        && (this != MEASURE || Unit.fault(unit(answer)).isEmpty())
                ? Optional.empty()
                : Optional.of("'" + answer + "' does not answer it: " + words + " is wanted");
    }

    static String unit(String answer) {
        return answer.substring(answer.lastIndexOf(',') + 1).strip();
    }
}

package org.equipoise.exchange.doubt;

import static org.equipoise.exchange.doubt.Doubt.Part.at;
import static org.equipoise.exchange.doubt.Doubt.Part.onRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Fact;
import org.equipoise.exchange.outline.Outline.Outcome;
import org.equipoise.exchange.outline.Said;

/// What the trial is for, what kind it is, and what of it is a plan.
final class DesignDoubts {
    private static final Pattern PILOT = Pattern.compile("(?i)\\b(pilot|feasibility|exploratory)\\b");
    private static final Pattern CONFIRMS =
            Pattern.compile("(?i)\\bwill (confirm|prove|establish)\\b|\\bconfirmatory\\b|\\bdefinitive\\b");
    private static final Pattern EARLIER =
            Pattern.compile("(?i)\\b(previous|prior|earlier|pilot)\\b[^.]{0,60}\\b(trial|trail|study|work)\\b[^.]{0,60}"
                    + "\\b(performed|conducted|found|indicated|showed|shown)\\b");
    private static final Pattern REFERENCE = Pattern.compile("NCT\\d{8}|PMID|doi|\\([A-Z][^()]*\\d{4}\\)");
    private static final Pattern RECEIVED =
            Pattern.compile("(?i)\\b(patients?|subjects?|participants?)\\b[^.]*\\b(received|were (given|treated))\\b");
    private static final Pattern CORRECTED = Pattern.compile(
            "(?i)bonferroni|hierarch|multiplicity|gatekeep|multiple (testing|comparisons|primary)|hochberg|\\bholm\\b");
    private static final Pattern ENDPOINT = Pattern.compile("(?i)\\bend ?-?points?\\b|\\boutcomes?\\b");

    private DesignDoubts() {}

    static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        kind(outline).ifPresent(doubts::add);
        intent(outline).ifPresent(doubts::add);
        status(outline).ifPresent(doubts::add);
        earlier(outline).ifPresent(doubts::add);
        tense(outline).ifPresent(doubts::add);
        primary(outline).ifPresent(doubts::add);
        return doubts;
    }

    private static Optional<Doubt> kind(Outline outline) {
        Outline.Plan plan = outline.plan();
        if (!plan.isInterventional()) {
            return plan.type()
                    .map(type -> Doubt.error(
                            "not-interventional",
                            at(Place.STUDY),
                            type,
                            "this is " + Quoted.of(type.text()) + ", and what is run here are randomised trials",
                            "nobody is allocated to a treatment in it: it is none of ours to run",
                            "Run it elsewhere, or take from the draft what a trial of yours needs"));
        }
        return plan.allocation()
                .filter(said -> said.lower().matches("non.?randomi.*|na|n/a"))
                .map(said -> Doubt.error(
                        "not-randomized",
                        at(Place.RANDOMIZATION),
                        said,
                        "participants are not allocated at random",
                        "what is run here are randomised trials",
                        "Run it elsewhere, or say how participants are allocated"));
    }

    private static Optional<Doubt> intent(Outline outline) {
        Optional<Said> pilot = outline.titles().reversed().stream()
                .filter(title -> PILOT.matcher(title.text()).find())
                .findFirst();
        Optional<Said> confirms = outline.prose().stream()
                .filter(said -> CONFIRMS.matcher(said.text()).find())
                .findFirst();
        return pilot.flatMap(title -> confirms.map(said -> Doubt.warning(
                "objective-conflict",
                onRecord("Intent"),
                title,
                "the title says pilot and the text says confirm (" + said.at() + ")",
                "a confirmatory claim needs a primary endpoint, a type I error and a reason for its size",
                "Choose exploratory or confirmatory")));
    }

    private static Optional<Doubt> status(Outline outline) {
        return status(outline, "unknown")
                .map(said -> Doubt.information(
                        "dates-not-actual",
                        onRecord("Actual dates"),
                        said,
                        "the record was not kept up to date: its dates are what was planned",
                        "a planned date printed as an actual one misleads",
                        "Find out when it was, or leave the dates as planned"));
    }

    private static Optional<Said> status(Outline outline, String word) {
        return outline.facts().stream()
                .filter(fact -> fact.name().equals("Status"))
                .map(Fact::value)
                .filter(value -> value.lower().contains(word))
                .findFirst();
    }

    private static Optional<Doubt> earlier(Outline outline) {
        return outline.prose().stream()
                .filter(said -> EARLIER.matcher(said.text()).find()
                        && !REFERENCE.matcher(said.text()).find())
                .findFirst()
                .map(said -> Doubt.warning(
                        "unreferenced-study",
                        onRecord("Earlier study"),
                        said,
                        "an earlier study is spoken of and not identified",
                        "its results carry the rationale (SPIRIT 2025, background and rationale)",
                        "Give its registration or publication"));
    }

    private static Optional<Doubt> tense(Outline outline) {
        boolean over = Stream.of("completed", "withdrawn", "terminated")
                .anyMatch(word -> status(outline, word).isPresent());
        boolean hasStatus = status(outline, "").isPresent();
        return over || !hasStatus
                ? Optional.empty()
                : outline.prose().stream()
                        .filter(said -> RECEIVED.matcher(said.text()).find())
                        .findFirst()
                        .map(said -> Doubt.information(
                                "past-tense",
                                onRecord("Wording of the plan"),
                                said,
                                "what is planned is written as done",
                                "the text may have been copied from a report of another trial",
                                "Write the plan as a plan"));
    }

    private static Optional<Doubt> primary(Outline outline) {
        List<Outcome> primary =
                outline.outcomes().stream().filter(Outcome::primary).toList();
        if (primary.isEmpty()) {
            Said at = outline.prose().stream()
                    .filter(said -> ENDPOINT.matcher(said.text()).find())
                    .reduce((_, last) -> last)
                    .orElse(new Said("", outline.source()));
            return Optional.of(Doubt.error(
                    "no-primary-outcome",
                    at(Place.OUTCOMES),
                    at,
                    "there is no primary outcome with its variable, metric, summary and time",
                    "without it the trial answers no question (SPIRIT 2025, item 16)",
                    "Name one outcome, how it is measured, when, and what is compared"));
        }
        return primary.size() == 1 || outline.says(CORRECTED)
                ? Optional.empty()
                : Optional.of(Doubt.warning(
                        "several-primary-outcomes",
                        at(Place.OUTCOMES),
                        primary.getFirst().measure(),
                        "there are " + primary.size()
                                + " primary outcomes, and nothing says how they share the type I error",
                        "each more of them is another chance of a false claim (ICH E9, 2.2.5)",
                        "Choose one, order them, or say how the error is split"));
    }
}

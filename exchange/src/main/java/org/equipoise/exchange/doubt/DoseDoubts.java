package org.equipoise.exchange.doubt;

import static org.equipoise.exchange.doubt.Doubt.Part.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Said;

/// What is given, how much, how often, by which route.
final class DoseDoubts {
    private static final Pattern LOST_EXPONENT =
            Pattern.compile("\\b(\\d+(?:\\.\\d+)?)\\s*[xX×*]\\s*(10\\d{1,2})\\b(?!\\^)");
    private static final Pattern UNITS =
            Pattern.compile("\\d[\\d,.]*\\s*(?:million\\s+|thousand\\s+|M)?(?:units?|U)\\b(?!/)");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\bIU\\b|(?i:international unit)");
    private static final Pattern EVERY_OTHER_DAY =
            Pattern.compile("(?i)every (?:other|second) day.{0,80}?\\b(?:for|period of)\\b.{0,20}?(\\d+) days");
    private static final Pattern BETWEEN_TIMES =
            Pattern.compile("(?i)\\b(\\d+)\\s*(?:-|–|to)\\s*(\\d+)\\s+times (?:a|per) (?:day|week)");

    private DoseDoubts() {}

    static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        route(outline).ifPresent(doubts::add);
        for (Said said : outline.texts()) {
            number(said).ifPresent(doubts::add);
            unit(said).ifPresent(doubts::add);
        }
        List<Doubt> told = given(outline).flatMap(said -> count(said).stream()).toList();
        doubts.addAll(
                told.isEmpty()
                        ? outline.prose().stream()
                                .flatMap(said -> count(said).stream())
                                .toList()
                        : told);
        return doubts;
    }

    private static Stream<Said> given(Outline outline) {
        return Stream.concat(
                outline.arms().stream().flatMap(arm -> arm.description().stream()),
                outline.treatments().stream().flatMap(one -> one.description().stream()));
    }

    private static Optional<Doubt> route(Outline outline) {
        Routes routes = Routes.in(outline);
        return routes.conflict()
                .map(said -> Doubt.error(
                        "route-conflict",
                        at(Place.ROUTE),
                        said,
                        "the routes do not agree: " + routes.told(),
                        "the route decides who may give it and what it does; it must not be guessed",
                        "Choose one route"));
    }

    private static Optional<Doubt> number(Said said) {
        Matcher lost = LOST_EXPONENT.matcher(said.text());
        return lost.find()
                ? Optional.of(Doubt.error(
                        "suspicious-number",
                        at(Place.AMOUNT),
                        said,
                        Quoted.of(lost.group()) + " has lost its exponent: read literally it is "
                                + lost.group(1) + " times " + lost.group(2) + ", probably 10^"
                                + lost.group(2).substring(2) + " is meant",
                        "a dose wrong by powers of ten",
                        "Write the amount out, with its unit"))
                : Optional.empty();
    }

    private static Optional<Doubt> unit(Said said) {
        Matcher units = UNITS.matcher(said.text());
        return units.find() && !INTERNATIONAL.matcher(said.text()).find()
                ? Optional.of(Doubt.warning(
                        "ambiguous-unit",
                        at(Place.AMOUNT),
                        said,
                        Quoted.of(units.group()) + " does not say units of what",
                        "units of activity have differed between laboratories, makers and decades",
                        "Give international units, or the maker's unit with its definition"))
                : Optional.empty();
    }

    private static Optional<Doubt> count(Said said) {
        Matcher other = EVERY_OTHER_DAY.matcher(said.text());
        if (other.find() && other.group(1).length() < 4) {
            int days = Integer.parseInt(other.group(1));
            return Optional.of(count(
                    said,
                    "every other day for " + days + " days is " + (days + 1) / 2
                            + " doses counted from day 1, and some will give " + ((days + 1) / 2 + 1)));
        }
        Matcher times = BETWEEN_TIMES.matcher(said.text());
        return times.find()
                ? Optional.of(count(said, Quoted.of(times.group()) + " leaves the number of doses open"))
                : Optional.empty();
    }

    private static Doubt count(Said said, String question) {
        return Doubt.warning(
                "dose-count",
                at(Place.DOSE_DAYS),
                said,
                question,
                "participants of one arm would be given different totals (SPIRIT 2025, item 15)",
                "List the days of a cycle on which a dose is due");
    }
}

package org.equipoise.exchange.doubt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Criterion;
import org.equipoise.exchange.outline.Outline.Outcome;
import org.equipoise.exchange.outline.Said;
import org.equipoise.instruments.Instruments;

/// Words that stand for something else: placeholders, and instruments without their version.
final class WordingDoubts {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)\\bto be determined\\b|\\bTBD\\b|lorem ipsum|\\btext here\\b");

    /// The names that several instruments share, in capitals, and the words that tell those instruments apart.
    private static final Map<String, Set<String>> FAMILIES = families();

    private WordingDoubts() {}

    static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < outline.outcomes().size(); i++) {
            Outcome outcome = outline.outcomes().get(i);
            Part part = Part.at(Place.OUTCOME, String.valueOf(i));
            if (PLACEHOLDER.matcher(outcome.measure().text()).find()) {
                doubts.add(Doubt.error(
                        "placeholder-text",
                        part,
                        outcome.measure(),
                        "the outcome is a placeholder: "
                                + Quoted.of(outcome.measure().text()),
                        "what is not named cannot be measured",
                        "Name the outcome, or take it out"));
            }
            version(outcome.measure(), part).ifPresent(doubts::add);
        }
        for (Criterion criterion : outline.criteria()) {
            version(criterion.text(), Part.at(Place.CRITERION, criterion.id())).ifPresent(doubts::add);
        }
        for (Said said : outline.prose()) {
            version(said, Part.onRecord("Instruments at " + said.at())).ifPresent(doubts::add);
        }
        return doubts;
    }

    private static Optional<Doubt> version(Said said, Part part) {
        return FAMILIES.entrySet().stream()
                .filter(family -> said.text().matches("(?s).*\\b" + family.getKey() + "\\b.*"))
                .filter(family -> family.getValue().stream().noneMatch(other -> tells(said, family.getKey(), other)))
                .findFirst()
                .map(family -> Doubt.error(
                        "instrument-version",
                        part,
                        said,
                        family.getKey() + " has several versions, and none is named",
                        "scores of two versions are not interchangeable",
                        "Name the version: " + String.join(", ", named(family.getKey()))));
    }

    /// A number tells the version only beside the name: others are everywhere.
    private static boolean tells(Said said, String family, String version) {
        String beside = version.matches("\\d+") ? family + "[\\s(-]{0,2}" : "";
        return said.text().matches("(?s).*\\b" + beside + Pattern.quote(version.toUpperCase(Locale.ROOT)) + "\\b.*");
    }

    private static Map<String, Set<String>> families() {
        Map<String, Set<String>> families = new LinkedHashMap<>();
        for (String id : Instruments.ids()) {
            for (String word : id.split("-")) {
                if (isName(word) && named(word.toUpperCase(Locale.ROOT)).size() > 1) {
                    Set<String> others = families.computeIfAbsent(word.toUpperCase(Locale.ROOT), _ -> new TreeSet<>());
                    others.addAll(List.of(id.split("-")));
                    others.remove(word);
                }
            }
        }
        return families;
    }

    /// Capitals in a title, or all that an id has beside a number; other words of ids are words of everybody.
    private static boolean isName(String word) {
        String capitals = word.toUpperCase(Locale.ROOT);
        return word.matches("[a-z]{3,}")
                && (Instruments.ids().stream().anyMatch(id -> id.matches(word + "-\\d+"))
                        || Instruments.all().stream()
                                .anyMatch(each -> each.title().matches(".*\\b" + capitals + "\\b.*")));
    }

    private static List<String> named(String family) {
        return Instruments.ids().stream()
                .filter(id -> List.of(id.split("-")).contains(family.toLowerCase(Locale.ROOT)))
                .toList();
    }
}

package org.equipoise.exchange.doubt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Criterion;
import org.equipoise.exchange.outline.Said;

/// What criteria do to each other: two that one observation settles, two that one disease answers both ways, and
/// criteria that are about somebody else.
final class CriteriaDoubts {
    private static final Pattern ANY_OF =
            Pattern.compile("(?i)\\bat least one of\\b|\\bone or more of\\b|\\bany of\\b");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{9,}");
    private static final Pattern DISORDER =
            Pattern.compile("(?i)disorder|dysfunction|disease|insufficiency|failure|impairment");

    /// Words for one organ. Only lower-case words of an inclusion criterion count: capitals are names.
    private static final Map<String, Pattern> ORGANS = new LinkedHashMap<>();

    static {
        ORGANS.put("kidney", Pattern.compile("\\b(renal|kidney|nephr)"));
        ORGANS.put("liver", Pattern.compile("\\b(hepatic|liver)"));
        ORGANS.put("nerves and mind", Pattern.compile("\\b(neuro|mental|psychiatric)"));
        ORGANS.put("heart", Pattern.compile("\\b(cardiac|heart)"));
        ORGANS.put("lung", Pattern.compile("\\b(pulmonary|lung|respiratory)"));
    }

    private static final double ALIKE = 0.75;
    private static final int ENOUGH = 5;

    private CriteriaDoubts() {}

    static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        List<Criterion> criteria = outline.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            for (int j = i + 1; j < criteria.size(); j++) {
                overlap(criteria.get(i), criteria.get(j)).ifPresent(doubts::add);
            }
            bothWays(criteria, criteria.get(i)).ifPresent(doubts::add);
        }
        others(criteria).forEach(doubts::add);
        return doubts;
    }

    private static Optional<Doubt> overlap(Criterion one, Criterion other) {
        if (one.inclusion() != other.inclusion() || !one.about().equals(other.about())) {
            return Optional.empty();
        }
        Set<String> shared = words(one);
        shared.retainAll(words(other));
        boolean lists = ANY_OF.matcher(one.text().text()).find()
                && ANY_OF.matcher(other.text().text()).find();
        Optional<String> why = lists && !shared.isEmpty()
                ? Optional.of("one observation of '" + shared.iterator().next() + "' settles this and " + one.id())
                : alike(one, other) ? Optional.of("it says almost what " + one.id() + " says") : Optional.empty();
        return why.map(question -> Doubt.warning(
                "overlapping-criteria",
                Part.at(Place.CRITERION, other.id()),
                other.text(),
                question,
                "two criteria that one thing settles select less than they seem to",
                "Say whether independent evidence is needed, or merge the two"));
    }

    private static Set<String> words(Criterion criterion) {
        return WORD.matcher(criterion.text().lower())
                .results()
                .map(found -> found.group())
                .filter(word ->
                        !word.startsWith("manifest") && !word.startsWith("following") && !word.startsWith("laborator"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean alike(Criterion one, Criterion other) {
        Set<String> first = new HashSet<>(List.of(one.text().lower().split("\\W+")));
        Set<String> second = new HashSet<>(List.of(other.text().lower().split("\\W+")));
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        first.addAll(second);
        return both.size() >= ENOUGH && both.size() >= ALIKE * first.size();
    }

    private static Optional<Doubt> bothWays(List<Criterion> criteria, Criterion exclusion) {
        String text = exclusion.text().lower();
        if (exclusion.inclusion() || !DISORDER.matcher(text).find()) {
            return Optional.empty();
        }
        for (Map.Entry<String, Pattern> organ : ORGANS.entrySet()) {
            Optional<Criterion> inclusion = criteria.stream()
                    .filter(criterion -> criterion.inclusion()
                            && organ.getValue().matcher(criterion.text().text()).find())
                    .findFirst();
            Matcher out = organ.getValue().matcher(text);
            if (out.find() && inclusion.isPresent()) {
                return Optional.of(Doubt.warning(
                        "same-organ-both-ways",
                        Part.at(Place.CRITERION, exclusion.id()),
                        exclusion.text(),
                        "disease of the " + organ.getKey() + " keeps out here and lets in under "
                                + inclusion.get().id(),
                        "the same participant may satisfy both",
                        "Say which comes first, or give each its threshold"));
            }
        }
        return Optional.empty();
    }

    /// A heading after the first that names other people.
    private static Stream<Doubt> others(List<Criterion> criteria) {
        Optional<String> first = criteria.stream()
                .flatMap(criterion -> criterion.about().stream())
                .map(Said::text)
                .findFirst();
        return criteria.stream()
                .filter(criterion -> criterion.about().isPresent()
                        && !criterion.about().map(Said::text).equals(first))
                .collect(Collectors.toMap(
                        criterion -> criterion.about().orElseThrow(),
                        criterion -> criterion,
                        (a, _) -> a,
                        LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(heading -> Doubt.warning(
                        "criterion-of-another-person",
                        Part.at(Place.CRITERION, heading.getValue().id()),
                        heading.getKey(),
                        "criteria from here on are about others: "
                                + Quoted.of(heading.getKey().text()),
                        "eligibility is decided for a participant; another person has no case book",
                        "Ask the participant's form about the other person, or leave it to procedures"));
    }
}

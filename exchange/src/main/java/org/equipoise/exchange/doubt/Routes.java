package org.equipoise.exchange.doubt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Said;

/// The routes of administration that a source names, each with the place that names it first.
public record Routes(Map<String, Said> first, Optional<Said> conflict) {
    private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();

    static {
        word("subcutaneous", "(?i:\\bsubcutaneous)|\\bs\\.c\\.");
        word("intraperitoneal", "(?i:\\bintraperitoneal)|\\bip\\b|\\bi\\.p\\.");
        word("intravenous", "(?i:\\bintravenous)|\\bIV\\b|\\bi\\.v\\.");
        word("intramuscular", "(?i:\\bintramuscular)|\\bIM\\b|\\bi\\.m\\.");
        word(
                "oral",
                "(?i:\\borally\\b|\\boral (?:route|dos|tablet|capsule|solution|admin))|\\bPO\\b|\\bp\\.o\\.|(?i:by mouth)");
        word("transdermal", "(?i:\\btransdermal)");
        word("intranasal", "(?i:\\bintranasal|\\bnasal (?:spray|route))");
        word("inhaled", "(?i:\\binhal)");
        word("rectal", "(?i:\\brectal)");
        word("topical", "(?i:\\btopical)");
        word("dental", "(?i:\\bdental route)");
    }

    private static void word(String route, String pattern) {
        WORDS.put(route, Pattern.compile(pattern));
    }

    /// Where the source has a place for the route, what stands there is doubted rather than a text that contradicts it.
    public static Routes in(Outline outline) {
        List<Said> placed = outline.treatments().stream()
                .flatMap(treatment -> treatment.routes().stream())
                .toList();
        Map<String, Said> first = new LinkedHashMap<>();
        Optional<Said> conflict = Optional.empty();
        for (Said said :
                Stream.concat(placed.stream(), outline.texts().stream()).toList()) {
            for (Map.Entry<String, Pattern> word : WORDS.entrySet()) {
                if (word.getValue().matcher(said.text()).find()
                        && first.putIfAbsent(word.getKey(), said) == null
                        && first.size() == 2) {
                    conflict = Optional.of(placed.isEmpty() ? said : placed.getFirst());
                }
            }
        }
        return new Routes(first, conflict);
    }

    /// The one route, if the source names one and no other.
    public Optional<Map.Entry<String, Said>> only() {
        return first.size() == 1 ? first.entrySet().stream().findFirst() : Optional.empty();
    }

    String told() {
        return first.entrySet().stream()
                .map(route -> route.getKey() + " (" + route.getValue().at() + ")")
                .collect(Collectors.joining(", "));
    }
}

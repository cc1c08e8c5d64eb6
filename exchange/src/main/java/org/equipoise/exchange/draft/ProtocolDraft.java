package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.exchange.doubt.Doubt.Part;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.doubt.Routes;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Arm;
import org.equipoise.exchange.outline.Outline.Fact;
import org.equipoise.exchange.outline.Said;

/// Identification, arms, regimen and randomisation, as far as the source goes.
final class ProtocolDraft {
    private static final String UNDECIDED = "undecided";
    private static final int LONGEST_ID = 40;
    private static final Pattern RATIO = Pattern.compile("\\b(\\d{1,2})\\s*:\\s*(\\d{1,2})(?:\\s*:\\s*(\\d{1,2}))?\\b");

    private final Outline outline;
    private final Slots slots;

    ProtocolDraft(Outline outline, Slots slots) {
        this.outline = outline;
        this.slots = slots;
    }

    Map<String, Object> protocol() {
        Map<String, Object> written = new LinkedHashMap<>();
        String title =
                outline.titles().isEmpty() ? "" : outline.titles().getFirst().text();
        written.put("id", id());
        written.put("title", Map.of("en", Texts.of(title)));
        phase().ifPresent(phase -> written.put("phase", phase));
        List<Map<String, Object>> notOurs = slots.take(Place.STUDY);
        if (!notOurs.isEmpty()) {
            written.put(UNDECIDED, notOurs);
            written.put("identification", identification());
            return written;
        }
        written.put("blinding", blinding());
        written.put("arms", arms());
        written.put("regimen", regimen());
        written.put("randomization", randomization());
        written.put(
                "sites",
                List.of(Map.of(
                        UNDECIDED,
                        questions(
                                Place.SITES,
                                Open.gap(
                                        "sites-missing",
                                        "at which sites, and by which clock: clinical dates are local",
                                        outline.source(),
                                        "Write id and utc-offset of each site")))));
        written.put("identification", identification());
        return written;
    }

    /// From the number on record, or from the name of the file.
    private String id() {
        String name = outline.facts().stream()
                .filter(fact ->
                        fact.name().equals("Registration") || fact.name().equals("Acronym"))
                .map(fact -> fact.value().text())
                .findFirst()
                .orElse(outline.source().replaceAll("\\.[a-z]+$", ""));
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return id.isEmpty() ? "study" : id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    private Optional<String> phase() {
        return outline.plan().phase().flatMap(said -> {
            Matcher phases = Pattern.compile("(?<![A-Za-z])(IV|I{1,3}|[1-4])(?![A-Za-z])")
                    .matcher(said.text().replaceAll("(?i)phase", " "));
            List<String> found = new ArrayList<>();
            while (phases.find()) {
                found.add(
                        switch (phases.group(1)) {
                            case "1" -> "I";
                            case "2" -> "II";
                            case "3" -> "III";
                            case "4" -> "IV";
                            default -> phases.group(1);
                        });
            }
            String phase = String.join("/", found);
            return List.of("I", "I/II", "II", "II/III", "III", "IV").contains(phase)
                    ? Optional.of(phase)
                    : Optional.empty();
        });
    }

    private Object blinding() {
        String told = outline.plan().masking().map(Said::lower).orElse("");
        Optional<String> word = told.contains("double") || told.contains("triple") || told.contains("quadruple")
                ? Optional.of("double")
                : told.contains("single")
                        ? Optional.of("single")
                        : told.contains("none") || told.contains("open") ? Optional.of("open") : Optional.empty();
        List<Map<String, Object>> questions = slots.take(Place.BLINDING);
        if (word.isEmpty()) {
            questions.add(
                    Open.gap("blinding-missing", "who is blinded", outline.source(), "Write double, single or open"));
        }
        return questions.isEmpty() ? word.orElseThrow() : Map.of(UNDECIDED, questions);
    }

    private List<Object> arms() {
        List<Object> arms = new ArrayList<>();
        List<Integer> shares = shares();
        List<Map<String, Object>> amounts = slots.take(Place.AMOUNT);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < outline.arms().size(); i++) {
            arms.add(arm(
                    outline.arms().get(i), shares.isEmpty() ? 0 : shares.get(i), i == 0 ? amounts : List.of(), ids));
        }
        List<Map<String, Object>> questions = slots.take(Place.ARMS);
        if (arms.size() < 2) {
            questions.add(Open.gap(
                    "arms-missing",
                    "between which arms are participants allocated",
                    outline.source(),
                    "Write at least two arms: label, type, share, amount"));
            questions.addAll(arms.isEmpty() ? amounts : List.of());
        }
        if (!questions.isEmpty()) {
            arms.add(Map.of(UNDECIDED, questions));
        }
        return arms;
    }

    /// The shares, where exactly one ratio of as many numbers as there are arms stands in the source.
    private List<Integer> shares() {
        Set<List<Integer>> ratios = new HashSet<>();
        outline.texts().forEach(said -> {
            Matcher ratio = RATIO.matcher(said.text());
            if (said.lower().matches(".*(ratio|group|allocat|random).*")) {
                while (ratio.find()) {
                    List<Integer> shares = new ArrayList<>();
                    for (int i = 1; i <= ratio.groupCount(); i++) {
                        Optional.ofNullable(ratio.group(i))
                                .map(Integer::valueOf)
                                .ifPresent(shares::add);
                    }
                    ratios.add(shares);
                }
            }
        });
        ratios.removeIf(shares -> shares.size() != outline.arms().size()
                || shares.contains(0)
                || shares.stream().anyMatch(share -> share > 20));
        return ratios.size() == 1 ? ratios.iterator().next() : List.of();
    }

    private Map<String, Object> arm(Arm arm, int share, List<Map<String, Object>> amounts, Set<String> ids) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", word(arm.label().text(), ids));
        written.put("label", Map.of("en", Texts.of(arm.label().text())));
        Optional<String> type = arm.type().flatMap(ProtocolDraft::type);
        written.put(
                "type",
                type.isPresent()
                        ? type.get()
                        : Map.of(
                                UNDECIDED,
                                List.of(
                                        Open.gap(
                                                "arm-type-missing",
                                                "of which type is the arm '"
                                                        + arm.label().text() + "'",
                                                arm.label().at(),
                                                "Write experimental, active-comparator, placebo-comparator or no-intervention"))));
        written.put(
                "share",
                share > 0
                        ? (Object) share
                        : Map.of(
                                UNDECIDED,
                                List.of(Open.gap(
                                        "share-missing",
                                        "in which ratio are participants allocated to '"
                                                + arm.label().text() + "'",
                                        arm.label().at(),
                                        "Write the arm's part of the ratio"))));
        List<Map<String, Object>> questions = new ArrayList<>(amounts);
        questions.addFirst(Open.gap(
                "amount-missing",
                "how much is one dose in the arm '" + arm.label().text() + "'",
                arm.description().map(Said::at).orElse(arm.label().at()),
                "Write a number and its unit in UCUM; nought for a placebo"));
        written.put("amount", Map.of(UNDECIDED, questions));
        return written;
    }

    private static String word(String label, Set<String> taken) {
        String word =
                label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        String name = word.isEmpty() ? "arm" : word;
        for (int i = 2; !taken.add(name); i++) {
            name = word + "_" + i;
        }
        return name;
    }

    private static Optional<String> type(Said said) {
        String type = said.lower().replace('_', ' ');
        return type.contains("placebo")
                ? Optional.of("placebo-comparator")
                : type.contains("active")
                        ? Optional.of("active-comparator")
                        : type.contains("no intervention")
                                ? Optional.of("no-intervention")
                                : type.contains("experimental") || type.contains("investigational")
                                        ? Optional.of("experimental")
                                        : Optional.empty();
    }

    private Map<String, Object> regimen() {
        Map<String, Object> written = new LinkedHashMap<>();
        List<Map<String, Object>> conflict = slots.take(Place.ROUTE);
        Optional<String> route = Routes.in(outline).only().map(Map.Entry::getKey);
        if (conflict.isEmpty() && route.isEmpty()) {
            conflict.add(Open.gap("route-missing", "by which route is it given", outline.source(), "Write the route"));
        }
        written.put("route", conflict.isEmpty() ? route.orElseThrow() : Map.of(UNDECIDED, conflict));
        written.put(
                "dose-days",
                Map.of(
                        UNDECIDED,
                        questions(
                                Place.DOSE_DAYS,
                                Open.gap(
                                        "dose-days-missing",
                                        "on which days is a dose due",
                                        outline.source(),
                                        "List the days of a cycle; day 1 is the dispensing visit"))));
        return written;
    }

    private Map<String, Object> randomization() {
        Map<String, Object> written = new LinkedHashMap<>();
        outline.plan()
                .count()
                .filter(said -> !outline.plan().counted() && said.text().matches("\\d{1,6}"))
                .map(said -> Integer.valueOf(said.text()))
                .filter(count -> count >= 2 && count <= 100_000)
                .ifPresent(count -> written.put("participants", count));
        List<Map<String, Object>> questions = slots.take(Place.RANDOMIZATION);
        if (questions.isEmpty()) {
            questions.add(Open.gap(
                    "randomization-missing",
                    "by which procedure, which blocks, which strata are participants allocated",
                    outline.plan().allocation().map(Said::at).orElse(outline.source()),
                    "Write procedure, block-sizes, participants and factors"));
        }
        written.put(UNDECIDED, questions);
        return written;
    }

    private List<Map<String, Object>> questions(Place place, Map<String, Object> gap) {
        List<Map<String, Object>> questions = slots.take(place);
        questions.addFirst(gap);
        return questions;
    }

    private List<Object> identification() {
        List<Object> facts = new ArrayList<>();
        outline.titles().stream().skip(1).forEach(title -> facts.add(fact(new Fact("Another title", title))));
        outline.facts().forEach(fact -> facts.add(fact(fact)));
        outline.plan().ages().forEach(age -> facts.add(fact(new Fact("Limit of age", age))));
        for (Part part : slots.remaining()) {
            Map<String, Object> open = new LinkedHashMap<>();
            open.put("fact", part.key().isEmpty() ? part.place().name().toLowerCase(Locale.ROOT) : part.key());
            open.put(UNDECIDED, slots.take(part));
            facts.add(open);
        }
        return facts;
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("fact", fact.name());
        written.put("value", Texts.of(fact.value().text()));
        written.put("source", fact.value().at());
        written.put("certainty", "published");
        return written;
    }
}

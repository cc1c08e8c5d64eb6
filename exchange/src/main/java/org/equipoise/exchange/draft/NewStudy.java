package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A small study from the answers to a few questions. Whatever was not answered, and whatever nobody was asked, is
/// undecided where it belongs; nothing is filled in.
public record NewStudy(Map<Asked, String> answers) {
    private static final String HERE = "asked when the study was begun";
    private static final String HEADING =
            "Begun with a few answers. What is undecided is a question; write the decision in its place.";
    private static final int LONGEST_ID = 40;

    public NewStudy {
        answers = Map.copyOf(answers);
        answers.forEach((asked, answer) -> {
            if (asked.fault(answer).isPresent()) {
                throw new IllegalArgumentException(asked.fault(answer).get());
            }
        });
    }

    /// Two answers that do not fit each other, as a sentence without a full stop; empty where all do.
    public String conflict() {
        return answers.containsKey(Asked.ARMS) && answers.containsKey(Asked.RATIO) && shares().size() != arms().size()
                ? "there are " + arms().size() + " arms and " + shares().size() + " numbers in the ratio"
                : "";
    }

    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("protocol.yaml", Yaml.file(HEADING, protocol()));
        files.put("schedule.yaml", Yaml.file(HEADING, Map.of("encounters", encounters())));
        files.put(
                "eligibility.yaml",
                Yaml.file(
                        HEADING,
                        Map.of(
                                "criteria",
                                List.of(open(
                                        "criteria-missing",
                                        "who may take part, and who may not",
                                        "Write the criteria, each with its condition")))));
        files.put("endpoints.yaml", Yaml.file(HEADING, endpoints()));
        files.put(
                "analysis.yaml",
                Yaml.file(
                        HEADING,
                        open(
                                "analysis-missing",
                                "how is the trial analysed",
                                "Write the analyses, with method, reference and confidence, and the tables")));
        files.put("forms/outcome.yaml", Yaml.file(HEADING, form()));
        return files;
    }

    private Map<String, Object> protocol() {
        Map<String, Object> written = new LinkedHashMap<>();
        String title = answers.getOrDefault(Asked.TITLE, "");
        written.put("id", title.isEmpty() ? "new-study" : id(title));
        written.put("title", title.isEmpty() ? open(Asked.TITLE, "Write it under 'en'") : Map.of("en", title));
        written.put("blinding", answered(Asked.BLINDING, "Write double, single or open"));
        written.put("arms", written(arms()));
        Map<String, Object> regimen = new LinkedHashMap<>();
        regimen.put("route", answered(Asked.ROUTE, "Write the route"));
        regimen.put(
                "dose-days",
                open(
                        "dose-days-missing",
                        "on which days is a dose due",
                        "List the days of a cycle; day 1 is the dispensing visit"));
        written.put("regimen", regimen);
        Map<String, Object> randomization = new LinkedHashMap<>();
        String count = answers.getOrDefault(Asked.PARTICIPANTS, "");
        if (!count.isEmpty()) {
            randomization.put("participants", Integer.valueOf(count));
        }
        randomization.putAll(open(
                "randomization-missing",
                "by which procedure, which blocks, which strata are participants allocated",
                "Write procedure, block-sizes, participants and factors"));
        written.put("randomization", randomization);
        written.put(
                "sites",
                List.of(open(
                        "sites-missing",
                        "at which sites, and by which clock: clinical dates are local",
                        "Write id and utc-offset of each site")));
        return written;
    }

    private static String id(String title) {
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return id.isEmpty()
                ? "new-study"
                : id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("-+$", "");
    }

    private List<String> arms() {
        String told = answers.getOrDefault(Asked.ARMS, "");
        return told.isEmpty() ? List.of() : List.of(told.split("\\s*,\\s*"));
    }

    private List<Integer> shares() {
        String told = answers.getOrDefault(Asked.RATIO, "");
        return told.isEmpty()
                ? List.of()
                : List.of(told.split(":")).stream().map(Integer::valueOf).toList();
    }

    private List<Object> written(List<String> arms) {
        List<Object> written = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < arms.size(); i++) {
            String name = arms.get(i).strip();
            Map<String, Object> arm = new LinkedHashMap<>();
            arm.put("id", word(name, taken));
            arm.put("label", Map.of("en", name));
            arm.put(
                    "type",
                    open(
                            "arm-type-missing",
                            "of which type is the arm '" + name + "'",
                            "Write experimental, active-comparator, placebo-comparator or no-intervention"));
            arm.put(
                    "share",
                    shares().isEmpty() ? open(Asked.RATIO, "Write the arm's part of the ratio") : shares().get(i));
            arm.put(
                    "amount",
                    open(
                            "amount-missing",
                            "how much is one dose in the arm '" + name + "'",
                            "Write a number and its unit in UCUM; nought for a placebo"));
            written.add(arm);
        }
        if (written.isEmpty()) {
            written.add(open(Asked.ARMS, "Write at least two arms: label, type, share, amount"));
        }
        return written;
    }

    private static String word(String name, Set<String> taken) {
        String word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        String id = word.isEmpty() ? "arm" : word;
        for (int i = 2; !taken.add(id); i++) {
            id = (word.isEmpty() ? "arm" : word) + "_" + i;
        }
        return id;
    }

    private List<Object> encounters() {
        List<Object> encounters = new ArrayList<>();
        encounters.add(encounter(
                "SCR",
                "Screening",
                open(
                        "visit-without-time",
                        "how long before day 1 may people be screened",
                        "Write the day, below 0, and the window"),
                0));
        Map<String, Object> first = encounter("D1", "Day 1", Map.of(), 1);
        first.put("window", Map.of("before", 0, "after", 0));
        first.put("activities", List.of("randomization", "dispensing"));
        encounters.add(first);
        String told = answers.getOrDefault(Asked.WEEKS, "");
        if (!told.isEmpty()) {
            int weeks = Integer.parseInt(told);
            encounters.add(encounter(
                    "W" + weeks,
                    "Week " + weeks,
                    open(
                            "visit-without-window",
                            "how many days may week " + weeks + " be early or late",
                            "Write the window"),
                    7 * weeks + 1));
        } else {
            encounters.add(open(Asked.WEEKS, "Write the visit, with its day and its window"));
        }
        return encounters;
    }

    /// Day 1 is randomisation, and week w is day 7w + 1: that is how days are counted here, and no decision.
    private static Map<String, Object> encounter(String id, String label, Map<String, Object> open, int day) {
        Map<String, Object> encounter = new LinkedHashMap<>();
        encounter.put("id", id);
        encounter.put("label", Map.of("en", label));
        if (day > 0) {
            encounter.put("day", day);
        }
        encounter.put("forms", List.of("outcome"));
        encounter.putAll(open);
        return encounter;
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", "outcome");
        form.put("title", Map.of("en", "Outcome"));
        String told = answers.getOrDefault(Asked.MEASURE, "");
        if (told.isEmpty()) {
            form.put("items", List.of(open(Asked.MEASURE, "Write the item: label, type, unit and range")));
            return form;
        }
        String name = told.substring(0, told.lastIndexOf(',')).strip();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", "measure");
        item.put("label", Map.of("en", name));
        item.put("type", "amount");
        item.put("unit", Asked.unit(told));
        item.putAll(open("item-incomplete", "between which values can '" + name + "' lie", "Write the range"));
        form.put("items", List.of(item));
        return form;
    }

    private Map<String, Object> endpoints() {
        Map<String, Object> endpoints = new LinkedHashMap<>();
        endpoints.put(
                "endpoints",
                List.of(open(
                        "no-primary-outcome",
                        "which variable answers the trial's question: a change, a value, a condition or a response",
                        "Write the endpoint, with its item, its baseline and its visits (SPIRIT 2025, item 16)")));
        endpoints.put(
                "estimands",
                List.of(open(
                        "estimand-missing",
                        "what is estimated: population, treatments, intercurrent events and summary",
                        "Write the estimand with its five attributes (ICH E9(R1))")));
        return endpoints;
    }

    private Object answered(Asked asked, String fix) {
        String answer = answers.get(asked);
        return answer == null ? open(asked, fix) : answer;
    }

    private static Map<String, Object> open(Asked asked, String fix) {
        return open("open-decision", asked.question(), fix);
    }

    private static Map<String, Object> open(String finding, String question, String fix) {
        return Map.of("undecided", List.of(Open.gap(finding, question, HERE, fix)));
    }
}

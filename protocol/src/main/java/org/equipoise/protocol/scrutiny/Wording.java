package org.equipoise.protocol.scrutiny;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.language.value.Unit;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.source.Excerpt;
import org.equipoise.protocol.source.Node;

/// Whether what people read says the same as what the program does: numbers, routes, doses, counts.
final class Wording {
    /// A power of ten whose exponent has slipped down: 1X 106.
    private static final Pattern LOST_POWER = Pattern.compile("\\b[0-9.]+ ?[xX×] ?10[0-9]{1,2}\\b");

    /// No digit before or behind that belongs to a word, a power or a unit.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{Alpha}0-9_.⁰¹²³⁴-⁹])(?:1:)?([0-9]+(?:\\.[0-9]+)?)(?![0-9⁰¹²³⁴-⁹_]|\\.[0-9])");
    private static final Pattern LITERAL =
            Pattern.compile("(?<![\\w.'])([0-9]+(?:\\.[0-9]+)?)(?![\\w.'])|'([0-9]+(?:\\.[0-9]+)?)(?: [^']*)?'");
    private static final Pattern DOSE =
            Pattern.compile("(?i)\\b([0-9]+(?:\\.[0-9]+)?) (million )?(iu|u|units?|mg|ug|g|ml|mmol)\\b");
    private static final Pattern COUNT = Pattern.compile("\\b([0-9]+) (doses?|cycles?)\\b");
    private static final BigDecimal MILLION = new BigDecimal("1000000");

    /// Ways of giving a drug, as texts name them: the first word of a line is how a regimen calls it.
    private static final List<Pattern> ROUTES = Stream.of(
                    "subcutaneous|subcutaneously|s\\.c\\.",
                    "intravenous|intravenously|i\\.v\\.",
                    "intraperitoneal|intraperitoneally|i\\.p\\.",
                    "intramuscular|intramuscularly|i\\.m\\.",
                    "intradermal|intradermally",
                    "intrathecal|intrathecally",
                    "oral|orally|by mouth|p\\.o\\.",
                    "sublingual|sublingually",
                    "rectal|rectally",
                    "nasal|intranasal|intranasally",
                    "inhaled|by inhalation",
                    "transdermal|transdermally",
                    "topical|topically|cutaneous|cutaneously")
            .map(words -> Pattern.compile("(?i)(?<!\\p{Alpha})(" + words + ")(?!\\p{Alpha})"))
            .toList();

    private final Scrutiny scrutiny;
    private final Design design;

    Wording(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.design = scrutiny.study().design();
    }

    void question() {
        scrutiny.files().values().forEach(this::powers);
        scrutiny.required("eligibility.yaml").list("criteria").forEach(this::criterion);
        for (Node text : aboutTreatment()) {
            route(text);
            doses(text);
            counts(text);
        }
        planned();
    }

    private void powers(Node node) {
        switch (node) {
            case Node.Mapping(var _, var members) -> members.values().forEach(this::powers);
            case Node.Sequence(var _, var nodes) -> nodes.forEach(this::powers);
            case Node.Scalar(var place, var _, var text) -> {
                Matcher lost = LOST_POWER.matcher(text);
                if (lost.find()) {
                    scrutiny.findings()
                            .error(
                                    "suspicious-number",
                                    place,
                                    "'" + lost.group() + "' looks like a power of ten that has lost its exponent",
                                    "read as it stands, it is wrong by orders of magnitude",
                                    "Write the number out, or as 10*6 or 10⁶");
                }
            }
        }
    }

    /// The numbers of a criterion: in its languages, and in its condition.
    private void criterion(Node node) {
        Node text = node.get("text");
        Set<BigDecimal> english = numbers(NUMBER, text.text("en"));
        Set<BigDecimal> computed = numbers(LITERAL, node.get("holds").text());
        text.members().forEach((language, other) -> {
            Set<BigDecimal> others = numbers(NUMBER, other.text());
            if (!english.isEmpty() && !others.isEmpty() && !others.equals(english)) {
                scrutiny.findings()
                        .warning(
                                "languages-differ",
                                other.place(),
                                "criterion " + node.text("id") + " has the numbers " + shown(english)
                                        + " in English and " + shown(others) + " in " + language(language),
                                "people who read different languages would run different trials",
                                "Correct one of the two texts");
            }
        });
        Set<BigDecimal> onlyText = new TreeSet<>(english);
        onlyText.removeAll(computed);
        Set<BigDecimal> onlyComputed = new TreeSet<>(computed);
        onlyComputed.removeAll(english);
        onlyComputed.remove(BigDecimal.ZERO);
        if (!onlyText.isEmpty() && !onlyComputed.isEmpty() && onlyComputed.size() <= onlyText.size()) {
            scrutiny.findings()
                    .warning(
                            "text-differs",
                            node.get("holds").place(),
                            "criterion " + node.text("id") + " says " + shown(onlyText) + " and computes "
                                    + shown(onlyComputed),
                            "the ethics committee approves the text, and the program follows the condition",
                            "Correct one of the two, or accept with a reason");
        }
    }

    /// The English name of a language.
    private static String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    private static Set<BigDecimal> numbers(Pattern pattern, String text) {
        Set<BigDecimal> numbers = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(BigDecimal::new)
                .forEach(numbers::add);
        return numbers;
    }

    private static String shown(Set<BigDecimal> numbers) {
        return String.join(", ", numbers.stream().map(BigDecimal::toPlainString).toList());
    }

    /// What the estimands and the title say of the treatments.
    private List<Node> aboutTreatment() {
        List<Node> texts = new ArrayList<>();
        Node protocol = scrutiny.required("protocol.yaml");
        texts.add(protocol.get("title").get("en"));
        protocol.list("arms").forEach(arm -> texts.add(arm.get("label").get("en")));
        scrutiny.required("endpoints.yaml")
                .list("estimands")
                .forEach(estimand -> texts.add(estimand.get("treatments")));
        return texts;
    }

    private void route(Node text) {
        String planned = design.regimen().route();
        for (Pattern route : ROUTES) {
            Matcher named = route.matcher(text.text());
            if (named.find() && !route.matcher(planned).find()) {
                scrutiny.findings()
                        .error(
                                "conflicting-route",
                                text.place(),
                                "the text says '" + named.group() + "', and the regimen '" + planned + "'",
                                "a drug given the wrong way can kill (SPIRIT 2025 item 15a)",
                                "Correct one of the two");
            }
        }
    }

    private void doses(Node text) {
        DOSE.matcher(text.text()).results().forEach(found -> dose(text, found));
    }

    private void dose(Node text, MatchResult found) {
        String unit = found.group(3);
        BigDecimal number = new BigDecimal(found.group(1));
        if (found.group(2) != null) {
            number = number.multiply(MILLION);
        }
        if (unit.equalsIgnoreCase("u") || unit.matches("(?i)units?")) {
            scrutiny.findings()
                    .warning(
                            "ambiguous-unit",
                            text.place(),
                            "'" + found.group() + "' does not say which units",
                            "units of one product are not those of another; the WHO's are IU (SPIRIT 2025 item 15a)",
                            "Write IU, or name the unit");
            return;
        }
        Arms.Amount said = new Arms.Amount(number, new Unit(unit.equalsIgnoreCase("iu") ? "[IU]" : unit));
        List<Boolean> equal = design.regimen().amounts().values().stream()
                .flatMap(amount -> Arms.Amount.read(amount).stream())
                .flatMap(amount -> said.equalTo(amount).stream())
                .toList();
        if (!equal.isEmpty() && !equal.contains(true)) {
            scrutiny.findings()
                    .error(
                            "conflicting-dose",
                            text.place(),
                            "the text says '" + found.group() + "', and no arm has this amount",
                            "a dose that is written in two ways is given in two ways (SPIRIT 2025 item 15a)",
                            "Correct one of the two");
        }
    }

    private void counts(Node text) {
        int cycle = design.regimen().doseDays().size();
        int cycles = design.dispensing().size();
        COUNT.matcher(text.text()).results().forEach(found -> {
            int said = Integer.parseInt(found.group(1));
            boolean ofDoses = found.group(2).startsWith("dose");
            if (ofDoses ? said != cycle && said != cycle * cycles : said != cycles) {
                scrutiny.findings()
                        .warning(
                                "conflicting-count",
                                text.place(),
                                "the text says '" + found.group() + "', and the regimen has "
                                        + (ofDoses ? cycle + " a cycle and " + cycle * cycles + " in all" : cycles),
                                "who counts otherwise gives another dose",
                                "Correct one of the two");
            }
        });
    }

    /// The number of participants on record.
    private void planned() {
        int planned = design.randomization().participants();
        for (Node fact : scrutiny.required("protocol.yaml").list("identification")) {
            if (fact.text("fact").equals("Planned participants")) {
                Optional<BigDecimal> first =
                        numbers(NUMBER, fact.text("value")).stream().max(BigDecimal::compareTo);
                if (first.isPresent() && first.get().compareTo(BigDecimal.valueOf(planned)) != 0) {
                    scrutiny.findings()
                            .warning(
                                    "conflicting-count",
                                    fact.get("value").place(),
                                    "'" + Excerpt.of(fact.text("value")) + "' are on record, and " + planned
                                            + " are to be randomised",
                                    "the size of a trial is fixed before it begins (SPIRIT 2025 item 19)",
                                    "Correct one of the two");
                }
            }
        }
    }
}

package org.equipoise.exchange.doubt;

import static org.equipoise.exchange.doubt.Doubt.Part.at;
import static org.equipoise.exchange.doubt.Doubt.Part.onRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Arm;
import org.equipoise.exchange.outline.Outline.Fact;
import org.equipoise.exchange.outline.Outline.Treatment;
import org.equipoise.exchange.outline.Said;

/// Arms and treatments: what they are called and what is filed under them.
final class ArmDoubts {
    private static final Pattern RATIO = Pattern.compile("(?i)^[^.;]{0,60}\\b\\d+\\s*:\\s*\\d+$");
    private static final Pattern STRENGTH =
            Pattern.compile("(?i)[1-9][\\d,.]*\\s*(million|mg|g|µg|ug|IU|U|units?)\\b[^.;]{0,20}\\bplacebo\\b");

    private ArmDoubts() {}

    static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        types(outline).forEach(doubts::add);
        outline.arms().stream()
                .filter(ArmDoubts::isPlacebo)
                .flatMap(arm -> arm.description().stream())
                .filter(said -> STRENGTH.matcher(said.text()).find())
                .forEach(said -> doubts.add(Doubt.warning(
                        "placebo-with-strength",
                        at(Place.AMOUNT),
                        said,
                        "a placebo has no strength",
                        "what it matches is a volume, a look and a schedule",
                        "Give the amount as nought, and say what the placebo is made of")));
        outline.treatments().stream()
                .flatMap(treatment -> treatment.description().stream())
                .filter(said -> RATIO.matcher(said.text()).matches())
                .forEach(said -> doubts.add(Doubt.warning(
                        "misplaced-ratio",
                        onRecord("Description of the treatment at " + said.at()),
                        said,
                        "the description of a treatment is a ratio: " + Quoted.of(said.text()),
                        "what is given is described nowhere",
                        "Describe product, strength, maker and preparation")));
        outline.facts().stream()
                .filter(fact -> fact.name().startsWith("Intervention/"))
                .filter(fact -> isAnotherName(fact, outline.treatments()))
                .forEach(fact -> doubts.add(Doubt.warning(
                        "drug-name-conflict",
                        onRecord("Identity of the product"),
                        fact.value(),
                        "the treatment is called " + Quoted.of(fact.value().text()) + " here and otherwise elsewhere",
                        "products that share a name may differ in substance, and a name in products",
                        "Name product, variant, maker, strength and diluent")));
        return doubts;
    }

    private static Stream<Doubt> types(Outline outline) {
        List<Arm> typed =
                outline.arms().stream().filter(arm -> arm.type().isPresent()).toList();
        boolean experimental = typed.stream()
                .anyMatch(arm -> arm.type().orElseThrow().lower().matches(".*(experimental|investigational).*"));
        return typed.size() < 2 || experimental
                ? Stream.empty()
                : typed.stream().filter(arm -> !isPlacebo(arm)).findFirst().stream()
                        .map(arm -> Doubt.warning(
                                "arm-type",
                                at(Place.ARMS),
                                arm.label(),
                                "no arm is experimental; "
                                        + Quoted.of(arm.label().text()) + " is typed as "
                                        + Quoted.of(arm.type().orElseThrow().text()),
                                "the comparator is what is already known; what is tested is experimental",
                                "Type the arm that is tested as experimental"));
    }

    private static boolean isPlacebo(Arm arm) {
        return (arm.label().text() + " " + arm.type().map(Said::text).orElse(""))
                .toLowerCase(Locale.ROOT)
                .contains("placebo");
    }

    private static boolean isAnotherName(Fact fact, List<Treatment> treatments) {
        String name = fact.value().lower().replaceAll("[ .…]+$", "");
        return !treatments.isEmpty()
                && treatments.stream()
                        .flatMap(treatment ->
                                Stream.concat(Stream.of(treatment.name()), treatment.otherNames().stream()))
                        .noneMatch(said -> said.lower().contains(name));
    }
}

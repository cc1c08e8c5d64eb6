package org.equipoise.exchange.doubt;

import static org.equipoise.exchange.doubt.Doubt.Part.at;
import static org.equipoise.exchange.doubt.Doubt.Part.onRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.equipoise.exchange.doubt.Doubt.Place;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Plan;
import org.equipoise.exchange.outline.Said;

/// How bias is kept out, how many take part, who watches over them.
final class MethodDoubts {
    private static final Pattern METHOD =
            Pattern.compile("(?i)\\bpermuted\\b|\\bblock(s|ed)? (of|size|randomi)|\\bminimi[sz]ation\\b");
    private static final Pattern POWER =
            Pattern.compile("(?i)\\d+ ?%\\s+power\\b|\\bpower (of|to)\\b|sample size of \\d");
    private static final Pattern WATCH = Pattern.compile(
            "(?i)monitoring (board|committee)|\\bDSMB\\b|\\bDMC\\b|stopping rule|serious adverse|safety monitoring");
    private static final Pattern AGE =
            Pattern.compile("(?i)\\b\\d+\\s*(-|–|to)\\s*\\d+\\s*years|years (of age|old)|\\baged?\\b");
    private static final Pattern TELLS = Pattern.compile("(?i)participant|subject|investigator|care|assessor|patient");

    private MethodDoubts() {}

    static List<Doubt> of(Outline outline) {
        List<Doubt> doubts = new ArrayList<>();
        Plan plan = outline.plan();
        randomization(outline).ifPresent(doubts::add);
        blinding(plan).ifPresent(doubts::add);
        size(outline).ifPresent(doubts::add);
        if (plan.counted()) {
            plan.count()
                    .ifPresent(count -> doubts.add(Doubt.warning(
                            "count-not-planned",
                            onRecord("Planned participants"),
                            count,
                            count.text() + " is how many took part, not how many were planned",
                            "a plan cannot be drawn from what came of it",
                            "Find the planned number")));
        }
        if (plan.ages().isEmpty()
                && outline.criteria().stream()
                        .noneMatch(c -> AGE.matcher(c.text().text()).find())) {
            doubts.add(Doubt.warning(
                    "no-age-limits",
                    at(Place.CRITERIA),
                    new Said("", outline.source()),
                    "nothing says how old participants may be",
                    "who may take part is the first thing an ethics committee asks (SPIRIT 2025, item 14)",
                    "Add a criterion on age"));
        }
        if (!plan.committee() && !outline.says(WATCH)) {
            doubts.add(Doubt.information(
                    "safety-absent",
                    onRecord("Monitoring of safety"),
                    new Said("", outline.source()),
                    "nothing says how harm is watched, who watches, and what would stop the trial",
                    "SPIRIT 2025, items 15b, 15d, 17 and 28",
                    "Write safety.yaml: grading, reporting clocks, a stopping rule, a board"));
        }
        return doubts;
    }

    private static Optional<Doubt> randomization(Outline outline) {
        if (outline.says(METHOD)
                || outline.plan()
                        .allocation()
                        .filter(said -> said.lower().startsWith("non"))
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Doubt.error(
                "randomization-missing",
                at(Place.RANDOMIZATION),
                outline.plan().allocation().orElse(new Said("", outline.source())),
                "nothing says how participants are allocated: method, blocks, strata, concealment",
                "an allocation that can be foreseen is no randomisation (SPIRIT 2025, items 21 to 23)",
                "Name the procedure, its blocks, and the factors it is stratified by"));
    }

    private static Optional<Doubt> blinding(Plan plan) {
        Optional<Said> masking = plan.masking().filter(said -> !said.lower().matches("none.*|open.*"));
        if (masking.isEmpty()) {
            return Optional.empty();
        }
        Said said = masking.get();
        if (plan.masked().stream().noneMatch(role -> TELLS.matcher(role).find())) {
            return Optional.of(Doubt.error(
                    "blinding-incomplete",
                    at(Place.BLINDING),
                    said,
                    "nothing says who is blinded, how, and when a code may be broken",
                    "'double-blind' means different things to different people (SPIRIT 2025, items 24a to 24c)",
                    "Write the roles under people: who does what, and who may know the arm"));
        }
        boolean twofold = said.lower().matches(".*(double|triple|quadruple).*");
        boolean participant = plan.masked().stream().anyMatch(role -> role.matches("(?i)participant|subject|patient"));
        return twofold && !participant
                ? Optional.of(Doubt.warning(
                        "blinding-conflict",
                        at(Place.BLINDING),
                        said,
                        "masking is " + Quoted.of(said.text()) + ", and the participants are not among the masked",
                        "most readers take 'double' to mean participants and staff",
                        "Say in words who does not know the arm"))
                : Optional.empty();
    }

    private static Optional<Doubt> size(Outline outline) {
        return outline.says(POWER)
                ? Optional.empty()
                : outline.plan()
                        .count()
                        .map(count -> Doubt.error(
                                "sample-size-unexplained",
                                onRecord("Reason for the sample size"),
                                count,
                                "nothing says why there are " + count.text() + " participants",
                                "too few cannot answer, too many are exposed for nothing (SPIRIT 2025, item 19)",
                                "Give the effect, the variability, the power and the type I error"));
    }
}

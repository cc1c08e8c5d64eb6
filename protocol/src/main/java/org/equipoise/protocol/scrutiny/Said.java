package org.equipoise.protocol.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.ReferenceRange;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;

/// A condition of the study, where it is written, what it is for, and the encounters at which it is judged; none where
/// it is judged on an entry of a log.
record Said(Condition condition, Node node, Purpose purpose, String name, List<String> judgedAt) {

    /// What a condition decides.
    enum Purpose {
        CRITERION("criterion"),
        CHECK("check"),
        STRATUM("stratum"),
        DUE("condition of"),
        RANGE("reference range of"),
        DERIVATION("derivation"),
        ENDPOINT("endpoint"),
        SAFETY("rule of safety");

        private final String words;

        Purpose(String words) {
            this.words = words;
        }
    }

    String title() {
        return "the " + purpose.words + " '" + name + "'";
    }

    static List<Said> in(Scrutiny scrutiny) {
        Study study = scrutiny.study();
        List<Said> all = new ArrayList<>();
        List<String> dayOne = List.of(study.design().randomizationVisit().id());
        for (Criterion criterion : study.criteria()) {
            node(scrutiny, "eligibility.yaml", "criteria", criterion.id(), "holds")
                    .ifPresent(node ->
                            all.add(new Said(criterion.holds(), node, Purpose.CRITERION, criterion.id(), dayOne)));
        }
        for (Check check : study.checks()) {
            node(scrutiny, "checks.yaml", "checks", check.id(), "fires-when")
                    .ifPresent(node -> all.add(new Said(
                            check.firesWhen(),
                            node,
                            Purpose.CHECK,
                            check.id(),
                            visitsOf(study, Set.copyOf(check.on())))));
        }
        for (Derivation derivation : study.derivations()) {
            node(scrutiny, "endpoints.yaml", "derivations", derivation.id(), "holds")
                    .ifPresent(node -> all.add(new Said(
                            derivation.holds(), node, Purpose.DERIVATION, derivation.id(), derivation.encounters())));
        }
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof Endpoint.State state) {
                node(scrutiny, "endpoints.yaml", "endpoints", state.id(), "holds")
                        .ifPresent(node ->
                                all.add(new Said(state.holds(), node, Purpose.ENDPOINT, state.id(), state.at())));
            }
        }
        strata(scrutiny, dayOne, all);
        due(scrutiny, all);
        ranges(scrutiny, all);
        safety(scrutiny, all);
        return all;
    }

    private static void strata(Scrutiny scrutiny, List<String> dayOne, List<Said> all) {
        Node randomization = scrutiny.required("protocol.yaml").get("randomization");
        for (Randomization.Factor factor :
                scrutiny.study().design().randomization().factors()) {
            List<Node> levels = Scrutiny.named(randomization, "factors", factor.id())
                    .map(node -> node.list("levels"))
                    .orElse(List.of());
            for (int i = 0; i < levels.size(); i++) {
                Randomization.Level level = factor.levels().get(i);
                all.add(new Said(
                        level.when(),
                        levels.get(i).get("when"),
                        Purpose.STRATUM,
                        factor.id() + "=" + level.id(),
                        dayOne));
            }
        }
    }

    private static void due(Scrutiny scrutiny, List<Said> all) {
        for (Form form : scrutiny.study().forms()) {
            Optional<Node> tree = tree(scrutiny, form);
            List<String> visits = visitsOf(scrutiny.study(), Set.of(form.id()));
            form.rules()
                    .when()
                    .ifPresent(when -> tree.flatMap(node -> node.find("when"))
                            .ifPresent(node -> all.add(new Said(when, node, Purpose.DUE, form.id(), visits))));
            form.items()
                    .forEach(item -> item.when()
                            .ifPresent(when -> tree.flatMap(node -> Scrutiny.named(
                                            node, "items", item.name().item()))
                                    .flatMap(node -> node.find("when"))
                                    .ifPresent(node -> all.add(new Said(
                                            when, node, Purpose.DUE, item.name().toString(), visits)))));
        }
    }

    /// Ranges are judged wherever their item is.
    private static void ranges(Scrutiny scrutiny, List<Said> all) {
        Ranges.nodes(scrutiny).forEach((item, nodes) -> {
            List<ReferenceRange> ranges = scrutiny.study().ranges().getOrDefault(item, List.of());
            for (int i = 0; i < ranges.size(); i++) {
                Node node = nodes.get(i);
                ranges.get(i)
                        .when()
                        .ifPresent(when -> all.add(new Said(
                                when,
                                node.get("when"),
                                Purpose.RANGE,
                                item.toString(),
                                visitsOf(scrutiny.study(), Set.of(item.form())))));
            }
        });
    }

    private static void safety(Scrutiny scrutiny, List<Said> all) {
        scrutiny.file("safety.yaml").ifPresent(tree -> {
            scrutiny.study()
                    .safety()
                    .clocks()
                    .forEach(clock -> Scrutiny.named(tree, "clocks", clock.id())
                            .map(node -> node.get("when"))
                            .ifPresent(node ->
                                    all.add(new Said(clock.when(), node, Purpose.SAFETY, clock.id(), List.of()))));
            scrutiny.study()
                    .safety()
                    .stopping()
                    .ifPresent(rule -> all.add(new Said(
                            rule.counted(),
                            tree.get("stopping").get("counted"),
                            Purpose.SAFETY,
                            "stopping",
                            List.of())));
        });
    }

    static Optional<Node> tree(Scrutiny scrutiny, Form form) {
        return scrutiny.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("forms/"))
                .map(file -> file.getValue())
                .filter(node -> node.text("id").equals(form.id()))
                .findFirst();
    }

    private static Optional<Node> node(Scrutiny scrutiny, String file, String list, String id, String key) {
        return scrutiny.file(file)
                .flatMap(tree -> Scrutiny.named(tree, list, id))
                .flatMap(node -> node.find(key));
    }

    private static List<String> visitsOf(Study study, Set<String> forms) {
        return study.design().encounters().stream()
                .filter(encounter -> Stream.of(encounter)
                        .flatMap(each -> each.forms().stream())
                        .anyMatch(forms::contains))
                .map(Encounter::id)
                .toList();
    }
}

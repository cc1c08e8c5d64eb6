package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.Instruments;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.safety.Grading;
import org.equipoise.protocol.safety.MonitoringBoard;
import org.equipoise.protocol.safety.ReportingClock;
import org.equipoise.protocol.safety.Safety;
import org.equipoise.protocol.safety.StoppingRule;
import org.equipoise.protocol.source.Node;

/// Reads `safety.yaml`.
final class SafetyReading {
    private static final ItemName TERM = new ItemName("adverse_event", "term");

    private final Findings findings;
    private final Conditions conditions;
    private final Vocabulary vocabulary;
    private final Design design;

    SafetyReading(Findings findings, Conditions conditions, Design design) {
        this.findings = findings;
        this.conditions = conditions;
        this.vocabulary = conditions.vocabulary();
        this.design = design;
    }

    Safety safety(Optional<Node> file) {
        return file.map(this::safety).orElse(Safety.NONE);
    }

    private Safety safety(Node tree) {
        List<String> terms = vocabulary.types().get(TERM) instanceof ItemType.Code(var codes) ? codes : List.of();
        tree.list("special-interest")
                .forEach(term -> Unknown.name(findings, term, "unknown-adverse-event-term", terms));
        return new Safety(
                tree.find("grading").map(this::grading),
                tree.texts("special-interest"),
                tree.list("clocks").stream().map(this::clock).toList(),
                tree.find("stopping").map(this::stopping),
                tree.find("dsmb").map(node -> new MonitoringBoard(node.integer("members"), node.texts("reviews"))));
    }

    private Grading grading(Node node) {
        List<Instrument> chosen = Instruments.named(node.text("instrument"));
        Unknown.name(
                findings,
                node.get("instrument"),
                "unknown-instrument",
                Instruments.ids().stream().sorted().toList());
        List<String> tests = chosen.stream()
                .flatMap(instrument -> instrument.scores().keySet().stream())
                .toList();
        if (!chosen.isEmpty()) {
            node.list("tests").forEach(test -> Unknown.name(findings, test.get("test"), "unknown-graded-test", tests));
        }
        return new Grading(
                node.text("instrument"),
                node.list("tests").stream().map(this::test).toList());
    }

    private Grading.GradedTest test(Node node) {
        ItemName item = ItemName.read(node.text("item"));
        if (!(vocabulary.types().get(item) instanceof ItemType.Amount)) {
            Unknown.name(findings, node.get("item"), "unknown-amount", Names.amounts(vocabulary));
        }
        node.find("baseline")
                .ifPresent(visit -> Unknown.name(
                        findings,
                        visit,
                        "unknown-encounter",
                        design.encounters().stream().map(Encounter::id).toList()));
        return new Grading.GradedTest(
                node.text("test"), item, node.find("baseline").map(Node::text));
    }

    private ReportingClock clock(Node node) {
        Condition when = conditions.condition(node.get("when"), vocabulary.logs());
        return new ReportingClock(
                node.text("id"),
                log(when, node.get("when")),
                when,
                node.integer("within-hours"),
                node.text("to"),
                node.text("source"),
                node.text("certainty"));
    }

    private StoppingRule stopping(Node node) {
        Unknown.name(
                findings,
                node.get("arm"),
                "unknown-arm",
                design.arms().stream().map(Arm::id).toList());
        Condition counted = conditions.condition(node.get("counted"), vocabulary.logs());
        looks(node.get("looks"));
        List<String> prior = node.texts("prior");
        return new StoppingRule(
                node.text("arm"),
                log(counted, node.get("counted")),
                counted,
                new BigDecimal(prior.getFirst()),
                new BigDecimal(prior.getLast()),
                new BigDecimal(node.text("rate")),
                new BigDecimal(node.text("certainty")),
                node.texts("looks").stream().map(Integer::valueOf).toList());
    }

    /// Looks come one after the other, and none after the last participant.
    private void looks(Node node) {
        int before = 0;
        for (Node look : node.elements()) {
            int size = Integer.parseInt(look.text());
            if (size <= before || size > design.randomization().participants()) {
                findings.error(
                        "unreachable-look",
                        look.place(),
                        "a look after " + size + " participants comes "
                                + (size <= before ? "before the one that precedes it" : "after the last of them"),
                        "a rule that is never looked at stops nothing",
                        "Name numbers that grow, up to "
                                + design.randomization().participants());
                return;
            }
            before = size;
        }
    }

    /// The one log whose entries the condition is about.
    private String log(Condition condition, Node node) {
        Set<String> logs = condition.items().stream()
                .map(ItemName::form)
                .filter(vocabulary.logs()::contains)
                .collect(Collectors.toSet());
        if (logs.size() != 1 && !findings.hasErrors()) {
            findings.error(
                    "not-about-one-log",
                    node.place(),
                    "the condition is not about the entries of one log",
                    "it is judged entry by entry",
                    "Name items of one form that has 'log: true'");
        }
        return logs.stream().sorted().findFirst().orElse("");
    }
}

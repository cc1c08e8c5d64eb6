package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Label;
import org.equipoise.protocol.endpoint.AdverseEventPlan;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.AnalysisPlan;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.endpoint.BaselineRow;
import org.equipoise.protocol.endpoint.BlindingPlan;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Figure;
import org.equipoise.protocol.endpoint.Published;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Reads the estimands and analysis sets of `endpoints.yaml`, and `analysis.yaml`. One file because each part of a plan
/// names the parts before it.
final class PlanReading {
    private final Findings findings;
    private final Names names;
    private final Conditions conditions;
    private final List<Form> forms;
    private final List<Endpoint> endpoints;

    PlanReading(Findings findings, Names names, Conditions conditions, List<Form> forms, List<Endpoint> endpoints) {
        this.findings = findings;
        this.names = names;
        this.conditions = conditions;
        this.forms = forms;
        this.endpoints = endpoints;
    }

    AnalysisPlan plan(Node plan, Node endpointTree, Optional<Published> published) {
        List<AnalysisSet> sets = sets(endpointTree);
        List<String> written = ids(endpointTree.list("endpoints"));
        List<Estimand> estimands = endpointTree.list("estimands").stream()
                .map(node -> estimand(node, written))
                .toList();
        List<Analysis> analyses = new ArrayList<>();
        plan.list("analyses")
                .forEach(node -> analysis(node, endpointTree, estimands, sets).ifPresent(analyses::add));
        Optional<AdverseEventPlan> adverseEvents = plan.find("adverse-events").map(this::adverseEvents);
        Optional<BlindingPlan> blinding = plan.find("blinding").map(node -> blinding(node, adverseEvents));
        List<Table> tables = new ArrayList<>();
        plan.list("tables").forEach(node -> table(node, plan, analyses).ifPresent(tables::add));
        shownWithoutPlan(plan, "adverse-events", adverseEvents.isPresent());
        shownWithoutPlan(plan, "blinding", blinding.isPresent());
        List<Figure> figures = new ArrayList<>();
        plan.list("figures").forEach(node -> figure(node, plan, analyses).ifPresent(figures::add));
        return new AnalysisPlan(
                sets,
                estimands,
                analyses,
                baseline(plan),
                adverseEvents,
                blinding,
                tables,
                figures,
                published,
                ConductForm.of(List.of(endpointTree, plan), List.of(), List.of())
                        .hash());
    }

    private void shownWithoutPlan(Node plan, String part, boolean planned) {
        Stream.concat(
                        plan.list("tables").stream().flatMap(table -> table.find("shows").stream()),
                        plan.list("figures").stream().flatMap(figure -> figure.find("draws").stream()))
                .filter(shown -> shown.text().equals(part) && !planned)
                .forEach(shown -> findings.error(
                        "not-planned",
                        shown.place(),
                        "'" + part + "' is shown, and nothing says what is counted of it",
                        "a table can show only what the plan defines",
                        "Add '" + part + ":' to analysis.yaml"));
    }

    private List<AnalysisSet> sets(Node tree) {
        List<AnalysisSet> sets = new ArrayList<>(
                tree.list("analysis-sets").stream().map(this::set).toList());
        if (sets.stream().noneMatch(set -> set.id().equals(AnalysisSet.RANDOMIZED))) {
            sets.addFirst(new AnalysisSet(
                    AnalysisSet.RANDOMIZED,
                    new Label(Map.of("en", "All randomised participants", "zh", "所有随机受试者")),
                    AnalysisSet.Who.RANDOMIZED,
                    Optional.empty(),
                    List.of()));
        }
        return sets;
    }

    private AnalysisSet set(Node node) {
        return new AnalysisSet(
                node.text("id"),
                Labels.label(node.get("label")),
                word(AnalysisSet.Who.class, node.text("who")),
                node.find("minimum-adherence").map(share -> new BigDecimal(share.text())),
                node.texts("without"));
    }

    private Estimand estimand(Node node, List<String> written) {
        names.known(node.get("endpoint"), "unknown-endpoint", written);
        return new Estimand(
                node.text("id"),
                node.text("population"),
                node.text("treatments"),
                node.text("endpoint"),
                node.list("intercurrent-events").stream()
                        .map(this::intercurrentEvent)
                        .toList(),
                node.text("summary"));
    }

    private Estimand.IntercurrentEvent intercurrentEvent(Node node) {
        return new Estimand.IntercurrentEvent(
                node.text("id"),
                node.text("event"),
                word(Estimand.Strategy.class, node.text("strategy")),
                node.find("detected").map(this::detection));
    }

    private Estimand.Detection detection(Node node) {
        if (node.find("when").isPresent()) {
            return new Estimand.Detection.Held(conditions.condition(node.get("when")));
        }
        if (node.find("unblinded").isPresent()) {
            return new Estimand.Detection.Unblinded();
        }
        return node.find("doses-below").isPresent()
                ? new Estimand.Detection.Underdosed(new BigDecimal(node.text("doses-below")))
                : new Estimand.Detection.Ended(node.texts("ended"), node.texts("reasons"));
    }

    private Optional<Analysis> analysis(
            Node node, Node endpointTree, List<Estimand> estimands, List<AnalysisSet> sets) {
        names.arm(node.get("reference"));
        Optional<Estimand> estimand = named(node, "unknown-estimand", estimands, Estimand::id);
        Optional<AnalysisSet> set = node.find("set").isPresent()
                ? named(node, "unknown-set", sets, AnalysisSet::id)
                : sets.stream()
                        .filter(each -> each.id().equals(AnalysisSet.RANDOMIZED))
                        .findFirst();
        if (estimand.isEmpty() || set.isEmpty()) {
            return Optional.empty();
        }
        Optional<Endpoint> endpoint = node.find("endpoint").isPresent()
                ? named(node, "unknown-endpoint", ids(endpointTree.list("endpoints")), endpoints, Endpoint::id)
                : endpoints.stream()
                        .filter(each -> each.id().equals(estimand.get().endpoint()))
                        .findFirst();
        return endpoint.map(found -> new Analysis(
                node.text("id"),
                node.find("label").map(Labels::label),
                estimand.get(),
                found,
                visits(node, found),
                set.get(),
                word(Analysis.Role.class, node.text("role", "primary")),
                method(node, found),
                word(Analysis.Missing.class, node.text("missing", "non-response")),
                node.text("reference"),
                new BigDecimal(node.text("confidence")),
                drawing(node)));
    }

    private Optional<Analysis.Drawing> drawing(Node node) {
        boolean needed = word(Analysis.Method.class, node.text("method")).isDrawing();
        if (!needed) {
            return Optional.empty();
        }
        if (node.find("seed").isEmpty() || node.find("draws").isEmpty()) {
            findings.error(
                    "missing-key",
                    node.get("method").place(),
                    "the method '" + node.text("method") + "' draws, and 'seed' or 'draws' is missing",
                    "who could choose the seed afterwards could choose the answer",
                    "Add 'seed: …' and 'draws: …' beside the method");
            return Optional.empty();
        }
        return Optional.of(new Analysis.Drawing(Long.parseLong(node.text("seed")), node.integer("draws")));
    }

    /// Every visit of the endpoint, unless the analysis names some of them.
    private List<String> visits(Node node, Endpoint endpoint) {
        if (node.find("at").isEmpty()) {
            return endpoint.at();
        }
        for (Node visit : node.get("at").elements()) {
            if (!endpoint.at().contains(visit.text())) {
                findings.error(
                        "not-derived",
                        visit.place(),
                        "the endpoint '" + endpoint.id() + "' is not derived at '" + visit.text() + "'",
                        "an analysis needs an endpoint that has a value at its visit",
                        "Use one of: " + String.join(", ", endpoint.at()));
            }
        }
        return names.encounters(node.get("at"));
    }

    private Analysis.Method method(Node node, Endpoint endpoint) {
        Analysis.Method method = word(Analysis.Method.class, node.text("method"));
        if (method.isOfResponses() != endpoint.isResponse()) {
            findings.error(
                    "unfit-method",
                    node.get("method").place(),
                    "the method '" + node.text("method") + "' does not fit the endpoint '" + endpoint.id() + "'",
                    "a proportion and a mean are estimated by different methods",
                    "Use mantel-haenszel-risk-difference for a response, stratified-mean-difference for a change");
        }
        if (method == Analysis.Method.RE_RANDOMIZATION && names.arms().size() != 2) {
            findings.error(
                    "unfit-method",
                    node.get("method").place(),
                    "re-randomization compares two arms, and the design has "
                            + names.arms().size(),
                    "the sequence is drawn again for all arms at once",
                    "Use another method");
        }
        return method;
    }

    private List<BaselineRow> baseline(Node plan) {
        List<BaselineRow> rows = new ArrayList<>();
        for (Node node : plan.list("baseline")) {
            String at = names.encounter(node.get("at"));
            names.item(node.get("item")).ifPresent(item -> {
                names.collected(node.get("item"), item, List.of(at));
                Label label = node.find("label").map(Labels::label).orElseGet(() -> label(node, item));
                BaselineRow.Show show = word(BaselineRow.Show.class, node.text("show"));
                rows.add(new BaselineRow(
                        label,
                        item,
                        at,
                        show,
                        node.find("code").map(Node::text),
                        show == BaselineRow.Show.COUNT ? Optional.empty() : Optional.of(names.unit(item))));
            });
        }
        return rows;
    }

    /// The label of the item, and the code that is counted where it does not go without saying.
    private Label label(Node node, ItemName item) {
        Label label = label(item.form(), item.item());
        String code = node.text("code", "yes");
        if (code.equals("yes")) {
            return label;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        label.texts().forEach((language, text) -> texts.put(language, text + ": " + code));
        return new Label(texts);
    }

    private Label label(String form, String item) {
        return forms.stream()
                .filter(each -> each.id().equals(form))
                .flatMap(each -> Stream.concat(
                        each.item(item).stream().map(found -> found.label()),
                        each.scores().stream()
                                .filter(score -> score.name().item().equals(item))
                                .map(score -> score.label())))
                .findFirst()
                .orElseThrow();
    }

    private AdverseEventPlan adverseEvents(Node node) {
        names.known(
                node.get("form"), "unknown-form", forms.stream().map(Form::id).toList());
        return new AdverseEventPlan(
                node.text("form"),
                names.arm(node.get("reference")),
                new BigDecimal(node.text("confidence")),
                node.list("kinds").stream()
                        .map(kind -> new AdverseEventPlan.Kind(
                                kind.text("id"),
                                Labels.label(kind.get("label")),
                                kind.find("when").map(when -> conditions.condition(when, Set.of(node.text("form"))))))
                        .toList());
    }

    private BlindingPlan blinding(Node node, Optional<AdverseEventPlan> adverseEvents) {
        List<BlindingPlan.Guess> guesses = new ArrayList<>();
        for (Node guess : node.list("guesses")) {
            String at = names.encounter(guess.get("at"));
            Map<String, String> arms = new LinkedHashMap<>();
            guess.get("arms").members().forEach((code, arm) -> arms.put(code, names.arm(arm)));
            names.item(guess.get("item")).ifPresent(item -> {
                names.collected(guess.get("item"), item, List.of(at));
                guesses.add(new BlindingPlan.Guess(guess.text("id"), Labels.label(guess.get("label")), item, at, arms));
            });
        }
        node.find("clue")
                .ifPresent(clue -> names.known(
                        clue,
                        "unknown-kind-of-event",
                        adverseEvents.stream()
                                .flatMap(plan -> plan.kinds().stream())
                                .map(AdverseEventPlan.Kind::id)
                                .toList()));
        return new BlindingPlan(
                guesses, node.find("clue").map(Node::text), new BigDecimal(node.text("confidence", "0.95")));
    }

    private Optional<Table> table(Node node, Node plan, List<Analysis> analyses) {
        Optional<Table.Subject> subject = node.find("shows").isPresent()
                ? Optional.of(new Table.Subject.Part(word(Table.Chapter.class, node.text("shows"))))
                : answers(node, plan, analyses);
        return subject.map(shown -> new Table(
                node.text("id"),
                Labels.label(node.get("title")),
                shown,
                node.find("note").map(Labels::label)));
    }

    private Optional<Table.Subject> answers(Node node, Node plan, List<Analysis> analyses) {
        List<Analysis> shown = new ArrayList<>();
        for (Node name : node.get("analysis").elements()) {
            if (names.known(name, "unknown-analysis", ids(plan.list("analyses")))) {
                analyses.stream().filter(each -> each.id().equals(name.text())).forEach(shown::add);
            }
        }
        if (shown.stream().map(each -> each.endpoint().isResponse()).distinct().count() > 1) {
            findings.error(
                    "mixed-table",
                    node.get("analysis").place(),
                    "the table shows responses and numbers together",
                    "they have no columns in common",
                    "Make it two tables");
        }
        return shown.isEmpty() ? Optional.empty() : Optional.of(new Table.Subject.Answers(shown));
    }

    private Optional<Figure> figure(Node node, Node plan, List<Analysis> analyses) {
        String draws = node.text("draws");
        Optional<Figure.Subject> subject = draws.equals("adverse-events")
                ? Optional.of(new Figure.Subject.AdverseEvents())
                : named(node, "unknown-analysis", ids(plan.list("analyses")), analyses, Analysis::id)
                        .map(analysis -> drawn(node, draws, analysis));
        return subject.map(drawn -> new Figure(
                node.text("id"),
                Labels.label(node.get("title")),
                drawn,
                node.find("note").map(Labels::label)));
    }

    private Figure.Subject drawn(Node node, String draws, Analysis analysis) {
        if (draws.equals("responses") != analysis.endpoint().isResponse()) {
            findings.error(
                    "unfit-figure",
                    node.get("draws").place(),
                    "'" + draws + "' cannot draw the analysis '" + analysis.id() + "'",
                    "responses are drawn as shares, numbers as medians or lines",
                    "Use responses for a response, medians or lines for a number");
        }
        return switch (draws) {
            case "responses" -> new Figure.Subject.Responses(analysis);
            case "medians" -> new Figure.Subject.Medians(analysis);
            default -> new Figure.Subject.Lines(analysis);
        };
    }

    private <T> Optional<T> named(Node node, String kind, List<T> known, Function<T, String> id) {
        return named(node, kind, known.stream().map(id).toList(), known, id);
    }

    private <T> Optional<T> named(Node node, String kind, List<String> written, List<T> known, Function<T, String> id) {
        Node name = node.get(kind.substring("unknown-".length()));
        names.known(name, kind, written);
        return known.stream().filter(each -> id.apply(each).equals(name.text())).findFirst();
    }

    /// The names as written: what has a fault of its own is not also missing.
    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(node -> node.text("id")).toList();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

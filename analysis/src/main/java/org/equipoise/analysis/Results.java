package org.equipoise.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.MonteCarloP;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.missing.TippingGrid;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Results as JSON, each part a tree that the caller places under the name it is published with: `endpoints`,
/// `participants`, `dosing`. Numbers keep every digit; what cannot be estimated is absent, and a `note` says why.
public final class Results {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Results() {}

    /// One element for each analysis and visit: `arms` and `contrasts` of a revealed trial, `pooled` of a blinded one.
    public static ArrayNode endpoints(List<AnalysisResult> results) {
        ArrayNode array = JSON.arrayNode();
        results.forEach(result -> array.add(endpoint(result)));
        return array;
    }

    private static ObjectNode endpoint(AnalysisResult result) {
        Analysis analysis = result.analysis();
        ObjectNode node = JSON.objectNode()
                .put("id", analysis.endpoint().id())
                .put("analysis", analysis.id())
                .put("estimand", analysis.estimand().id())
                .put("at", result.at())
                .put("role", word(analysis.role()))
                .put("summary", analysis.estimand().summary());
        unit(analysis.endpoint()).ifPresent(unit -> node.put("unit", unit));
        switch (result) {
            case AnalysisResult.Pooled(var _, var _, var everyone) ->
                node.set("pooled", group(JSON.objectNode(), everyone));
            case AnalysisResult.ByArm(var _, var _, var arms, var contrasts) -> {
                ArrayNode groups = node.putArray("arms");
                arms.forEach(summary -> groups.add(arm(summary)));
                ArrayNode compared = node.putArray("contrasts");
                contrasts.forEach(contrast -> compared.add(contrast(contrast, analysis)));
            }
        }
        return node;
    }

    private static ObjectNode arm(GroupSummary summary) {
        ObjectNode node = JSON.objectNode();
        summary.group().arm().ifPresent(arm -> node.put("arm", arm.id()));
        return group(node, summary);
    }

    private static ObjectNode group(ObjectNode node, GroupSummary summary) {
        node.put("n", summary.n()).put("missing", summary.missing());
        if (summary instanceof GroupSummary.Responses responses) {
            node.put("responders", responses.responders());
        }
        if (summary.estimate().isPresent()) {
            node.put("estimate", summary.estimate().getAsDouble());
        } else {
            node.put("note", "nobody to estimate it from");
        }
        return node;
    }

    private static ObjectNode contrast(Contrast contrast, Analysis analysis) {
        ObjectNode node = JSON.objectNode()
                .put("arm", contrast.arm().id())
                .put("reference", contrast.reference().id())
                .put("measure", analysis.endpoint().isResponse() ? "risk-difference" : "mean-difference");
        switch (contrast) {
            case Contrast.Compared(var _, var _, var difference) -> compared(node, difference, analysis);
            case Contrast.Tested(var _, var _, var estimate, var test) -> {
                estimate.ifPresent(each -> estimate(node, each));
                switch (test) {
                    case Answer.Found(TestResult found) ->
                        node.put("p", found.p()).put("method", found.method());
                    case Answer.NotEstimable(var method, var reason) -> why(node, method, reason);
                }
            }
            case Contrast.Redrawn(var _, var _, var estimate, var test) -> {
                if (estimate instanceof Answer.Found(PointEstimate found)) {
                    node.put("estimate", found.value());
                }
                switch (test) {
                    case Answer.Found(MonteCarloP found) ->
                        node.put("p", found.p())
                                .put("mcse", found.error())
                                .put("draws", found.draws())
                                .put("method", found.method());
                    case Answer.NotEstimable(var method, var reason) -> why(node, method, reason);
                }
            }
            case Contrast.Tipped(var _, var _, var grid) -> {
                switch (grid) {
                    case Answer.Found(TippingGrid found) -> tipped(node, found);
                    case Answer.NotEstimable(var method, var reason) -> why(node, method, reason);
                }
            }
        }
        return node;
    }

    private static void estimate(ObjectNode node, Answer<Estimate> estimate) {
        if (estimate instanceof Answer.Found(Estimate found)) {
            node.put("estimate", found.value());
            node.putArray("ci")
                    .add(found.interval().lower())
                    .add(found.interval().upper());
            node.put("intervalMethod", found.method());
        }
    }

    private static void tipped(ObjectNode node, TippingGrid grid) {
        ArrayNode cells = node.put("method", grid.method()).putArray("tipping");
        grid.cells()
                .forEach(cell -> cells.addObject()
                        .put("armResponders", cell.events1())
                        .put("referenceResponders", cell.events2())
                        .put("leastP", cell.leastP())
                        .put("greatestP", cell.greatestP()));
    }

    private static void why(ObjectNode node, String method, Reason reason) {
        node.put("method", method).put("note", reason.words());
    }

    private static void compared(ObjectNode node, Answer<? extends Difference> difference, Analysis analysis) {
        switch (difference) {
            case Answer.Found(Difference found) -> {
                node.put("estimate", found.estimate());
                node.putArray("ci")
                        .add(found.interval().lower())
                        .add(found.interval().upper());
                node.put("confidence", analysis.confidence());
                node.put("p", found.p());
                node.put("method", found.method());
            }
            case Answer.NotEstimable(var method, var reason) -> why(node, method, reason);
        }
    }

    private static Optional<String> unit(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Response _, Endpoint.State _ -> Optional.empty();
            case Endpoint.Change change -> Optional.of(change.unit());
            case Endpoint.Level level -> Optional.of(level.unit());
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Counts over everyone, whatever the view.
    public static ObjectNode participants(Flow flow) {
        return JSON.objectNode()
                .put("screened", flow.consented().size())
                .put("randomized", flow.randomized().size())
                .put(
                        "completed",
                        flow.groups().stream()
                                .mapToInt(each -> each.completed().size())
                                .sum())
                .put(
                        "discontinued",
                        flow.groups().stream()
                                .mapToInt(each -> each.discontinued().size()
                                        + each.withdrawn().size())
                                .sum());
    }

    /// Doses by arm, or of everyone together.
    public static ObjectNode dosing(Dosing dosing) {
        ObjectNode node = JSON.objectNode();
        ArrayNode arms = JSON.arrayNode();
        for (Dosing.GroupDosing each : dosing.groups()) {
            ObjectNode counts = JSON.objectNode();
            each.group().arm().ifPresent(arm -> counts.put("arm", arm.id()));
            counts.put("participants", each.group().size())
                    .put("treated", each.treated().size())
                    .put("due", each.due())
                    .put("given", each.given())
                    .put("missed", each.missed());
            if (each.group().arm().isPresent()) {
                arms.add(counts);
            } else {
                node.set("pooled", counts);
            }
        }
        if (!arms.isEmpty()) {
            node.set("arms", arms);
        }
        return node;
    }
}

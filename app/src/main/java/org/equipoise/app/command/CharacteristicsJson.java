package org.equipoise.app.command;

import java.util.Optional;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Performance;
import org.equipoise.statistics.performance.Figure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a design does, as `rehearse --json` prints it.
final class CharacteristicsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CharacteristicsJson() {}

    static void add(ObjectNode node, Characteristics characteristics) {
        OperatingCharacteristics figures = characteristics.figures();
        node.put("trialsDone", figures.trials());
        if (figures.trials() < characteristics.asked()) {
            node.put("partial", true);
        }
        node.set("operatingCharacteristics", comparisons(figures));
        node.set("population", population(figures));
        if (!characteristics.assurance().isEmpty()) {
            ArrayNode array = node.putArray("assurance");
            characteristics
                    .assurance()
                    .forEach((size, figure) -> array.addObject()
                            .put("participants", size)
                            .put("value", figure.value())
                            .put("mcse", figure.monteCarloError()));
        }
    }

    private static ArrayNode comparisons(OperatingCharacteristics figures) {
        ArrayNode array = JSON.arrayNode();
        for (Performance shown : figures.comparisons()) {
            ObjectNode node = array.addObject()
                    .put("analysis", shown.comparison().analysis())
                    .put("endpoint", shown.comparison().endpoint())
                    .put("at", shown.comparison().at())
                    .put(
                            "contrast",
                            shown.comparison().arm() + " - "
                                    + shown.comparison().reference())
                    .put("trials", shown.trials())
                    .put("estimable", shown.estimable())
                    .put("power", shown.rejection().value())
                    .put("mcse", shown.rejection().monteCarloError())
                    .put("testAndIntervalDisagree", shown.disagreements());
            figure(node, "truth", shown.truth());
            figure(node, "estimate", shown.estimate());
            figure(node, "bias", shown.bias());
            figure(node, "empiricalStandardError", shown.empiricalError());
            figure(node, "modelStandardError", shown.modelError());
            figure(node, "coverage", shown.coverage());
        }
        return array;
    }

    private static void figure(ObjectNode node, String name, Optional<Figure> figure) {
        figure.ifPresent(
                value -> node.putObject(name).put("value", value.value()).put("mcse", value.monteCarloError()));
    }

    private static ArrayNode population(OperatingCharacteristics figures) {
        ArrayNode array = JSON.arrayNode();
        for (OperatingCharacteristics.Pooled pooled : figures.population()) {
            array.addObject()
                    .put("endpoint", pooled.endpoint())
                    .put("at", pooled.at())
                    .put("arm", pooled.arm())
                    .put("n", pooled.n())
                    .put("estimate", pooled.estimate());
        }
        return array;
    }
}

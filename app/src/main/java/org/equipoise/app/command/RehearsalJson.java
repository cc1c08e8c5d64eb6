package org.equipoise.app.command;

import org.equipoise.analysis.Results;
import org.equipoise.app.Software;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The results of a rehearsal as `rehearse --json` prints them.
final class RehearsalJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RehearsalJson() {}

    static ObjectNode of(Rehearsed rehearsed) {
        ObjectNode node = JSON.objectNode()
                .put("study", rehearsed.stage().study().id())
                .put("seed", rehearsed.seed())
                .put("trials", rehearsed.trials())
                .put("trial", rehearsed.stage().trial())
                .put("runner", "full")
                .put("scenario", rehearsed.stage().plan().scenario());
        node.set("participants", Results.participants(rehearsed.account().flow()));
        node.set("endpoints", Results.endpoints(rehearsed.account().results()));
        rehearsed.characteristics().ifPresent(figures -> {
            node.set("operatingCharacteristics", characteristics(figures));
            node.set("population", population(figures));
        });
        node.set("dosing", Results.dosing(rehearsed.account().dosing()));
        node.putObject("journal")
                .put("events", rehearsed.journal().size())
                .put("root", rehearsed.journal().root().hex());
        return node.put("software", Software.NAME)
                .put("protocolHash", rehearsed.stage().study().conduct().hash().hex());
    }

    private static ArrayNode characteristics(OperatingCharacteristics figures) {
        ArrayNode array = JSON.arrayNode();
        for (OperatingCharacteristics.Rejection rejection : figures.rejections()) {
            array.addObject()
                    .put("endpoint", rejection.endpoint())
                    .put("contrast", rejection.arm() + " - " + rejection.reference())
                    .put("power", rejection.power())
                    .put("mcse", rejection.mcse());
        }
        return array;
    }

    private static ArrayNode population(OperatingCharacteristics figures) {
        ArrayNode array = JSON.arrayNode();
        for (OperatingCharacteristics.Pooled pooled : figures.population()) {
            array.addObject()
                    .put("endpoint", pooled.endpoint())
                    .put("arm", pooled.arm())
                    .put("n", pooled.n())
                    .put("estimate", pooled.estimate());
        }
        return array;
    }
}

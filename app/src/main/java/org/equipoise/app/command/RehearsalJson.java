package org.equipoise.app.command;

import org.equipoise.analysis.Results;
import org.equipoise.app.Software;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.RehearsalPlan;
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
        rehearsed.characteristics().ifPresent(figures -> CharacteristicsJson.add(node, figures));
        node.set("dosing", Results.dosing(rehearsed.account().dosing()));
        node.putObject("journal")
                .put("events", rehearsed.journal().size())
                .put("root", rehearsed.journal().root().hex());
        return node.put("software", Software.NAME)
                .put("protocolHash", rehearsed.stage().study().conduct().hash().hex());
    }

    /// Of many trials without a record, only what the design does.
    static ObjectNode of(Study study, RehearsalPlan plan, String seed, Characteristics characteristics) {
        ObjectNode node = JSON.objectNode()
                .put("study", study.id())
                .put("seed", seed)
                .put("trials", characteristics.asked())
                .put("runner", characteristics.runner().toString())
                .put("scenario", plan.scenario());
        CharacteristicsJson.add(node, characteristics);
        return node.put("software", Software.NAME)
                .put("protocolHash", study.conduct().hash().hex());
    }
}

package org.equipoise.rehearsal.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.models.Chance;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// Tries whether the model takes the parameters that the plan can give it, the extremes of an ensemble included.
final class ModelCheck {
    private static final Chance NEVER_MIND = (purpose, occasion) -> Seed.of(0).stream(0, 0, RandomStream.key(purpose));

    private final RehearsalPlan plan;
    private final Node tree;
    private final Findings findings;

    ModelCheck(RehearsalPlan plan, Node tree, Findings findings) {
        this.plan = plan;
        this.tree = tree;
        this.findings = findings;
    }

    void check() {
        if (findings.hasErrors()) {
            return;
        }
        Node parameters = tree.get("model").get("parameters");
        String what = "the model refuses what it is given";
        attempt(plan.everywhere().parameters(), parameters, what);
        new TreeMap<>(plan.sites())
                .forEach((site, here) -> attempt(
                        here.parameters(),
                        tree.get("sites").get(site).find("model").orElse(parameters),
                        what));
        new TreeMap<>(plan.arms())
                .forEach((arm, background) ->
                        attempt(with(background), tree.get("arms").get(arm).get("model"), what));
        tree.find("ensemble")
                .ifPresent(ensemble -> new TreeMap<>(plan.ensemble()).forEach((name, spread) -> {
                    for (double z : new double[] {-Ensemble.FURTHEST, Ensemble.FURTHEST}) {
                        attempt(
                                with(Map.of(name, Ensemble.drawn(parameter(name), spread, z))),
                                ensemble.get("draws").get(name),
                                "the ensemble draws a value that the model refuses");
                    }
                }));
    }

    private double parameter(String name) {
        return plan.everywhere().parameters().getOrDefault(name, 0.0);
    }

    private Map<String, Double> with(Map<String, Double> replaced) {
        Map<String, Double> parameters = new HashMap<>(plan.everywhere().parameters());
        parameters.putAll(replaced);
        return parameters;
    }

    private void attempt(Map<String, Double> parameters, Node place, String what) {
        try {
            plan.model().body(parameters, NEVER_MIND);
        } catch (IllegalArgumentException refused) {
            findings.error(
                    "refused-parameter",
                    place.place(),
                    what + ": " + withoutStop(String.valueOf(refused.getMessage())),
                    RehearsalPlanReader.WHY,
                    "Give a value that the model's page allows");
        }
    }

    /// As a part of another sentence.
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

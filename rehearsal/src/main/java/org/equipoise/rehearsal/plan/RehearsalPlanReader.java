package org.equipoise.rehearsal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.Schema;

/// Reads `rehearsal.yaml` against the study and the model it names: the default and every scenario.
public final class RehearsalPlanReader {
    static final String WHY = "a rehearsal is only as good as what it assumes";

    private final Study study;
    private final Findings findings = new Findings();
    private final SequencedMap<String, RehearsalPlan> scenarios = new LinkedHashMap<>();

    private RehearsalPlanReader(Study study) {
        this.study = study;
    }

    /// What a reading gave: the plan of every scenario unless there is an error, and every finding.
    public record Reading(SequencedMap<String, RehearsalPlan> scenarios, List<Finding> findings) {

        /// The default.
        public Optional<RehearsalPlan> plan() {
            return Optional.ofNullable(scenarios.get(RehearsalPlan.DEFAULT));
        }
    }

    public static Reading read(Study study) {
        RehearsalPlanReader reader = new RehearsalPlanReader(study);
        reader.read();
        return new Reading(
                reader.findings.hasErrors() ? new LinkedHashMap<>() : reader.scenarios,
                reader.findings.inOrder().stream().distinct().toList());
    }

    private void read() {
        if (study.rehearsal().isEmpty()) {
            findings.error(
                    "missing-file",
                    new Place(study.folder().name(), 0),
                    "the study has no rehearsal.yaml",
                    WHY,
                    "Add rehearsal.yaml with a model and what it assumes");
            return;
        }
        Node tree = study.rehearsal().get();
        if (!Schema.of(schema()).passes(tree, findings)) {
            return;
        }
        enter(RehearsalPlan.DEFAULT, "every assumption as it stands", tree);
        for (Node scenario : tree.list("scenarios")) {
            String id = scenario.text("id");
            if (scenarios.containsKey(id)) {
                findings.error(
                        "named-twice",
                        scenario.get("id").place(),
                        "the scenario '" + id + "' is defined twice, or is called as the default is",
                        "a report must say which assumptions it rests on",
                        "Rename or remove one of the two");
            }
            enter(id, scenario.text("says"), ScenarioTree.of(tree, scenario.get("with")));
        }
    }

    private void enter(String id, String says, Node tree) {
        new PlanReading(study, findings).plan(id, says, tree).ifPresent(plan -> scenarios.putIfAbsent(id, plan));
    }

    private static String schema() {
        try (InputStream stream =
                RehearsalPlanReader.class.getResourceAsStream("/org/equipoise/rehearsal/rehearsal.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

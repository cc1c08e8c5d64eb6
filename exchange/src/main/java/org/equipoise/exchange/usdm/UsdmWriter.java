package org.equipoise.exchange.usdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.YamlReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A study as USDM 4.0: identification, arms, epochs, visits with their days and windows, activities, criteria,
/// objectives, estimands. What the model has no class for (conditions, shares of the allocation, blocks) travels as
/// extension attributes; edit checks, safety rules and the analysis plan stay in the study folder.
public final class UsdmWriter {
    private static final String NOT_STATED = "not stated in the study";

    private final Study study;
    private final Node protocol;
    private final Node eligibility;
    private final Instances instances = new Instances();

    private UsdmWriter(Study study) {
        this.study = study;
        this.protocol = tree("protocol.yaml");
        this.eligibility = tree("eligibility.yaml");
    }

    /// The study as the text of a JSON file.
    ///
    /// @param software the name and version of the program that writes
    public static String json(Study study, String software) {
        ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
        wrapper.set("study", new UsdmWriter(study).study());
        wrapper.put("usdmVersion", "4.0.0");
        wrapper.put("systemName", software);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(wrapper);
    }

    private Node tree(String file) {
        return study.folder()
                .file(file)
                .flatMap(bytes -> YamlReader.read(file, bytes, new Findings()))
                .orElseThrow(() -> new IllegalStateException("a study that was read has its " + file));
    }

    private ObjectNode study() {
        ObjectNode whole = instances.named("Study", study.id(), study.title().english());
        whole.withArray("versions").add(version());
        return whole;
    }

    private ObjectNode version() {
        ObjectNode version = instances.of("StudyVersion");
        version.put("versionIdentifier", study.conduct().hash().hex());
        version.put("rationale", NOT_STATED);
        ObjectNode sponsor = instances.named(
                "Organization",
                fact("Sponsor").orElse(NOT_STATED),
                fact("Sponsor").orElse(NOT_STATED));
        sponsor.set("type", instances.code(Terms.SPONSOR));
        sponsor.put("identifierScheme", NOT_STATED);
        sponsor.put("identifier", NOT_STATED);
        version.withArray("organizations").add(sponsor);
        version.withArray("studyIdentifiers").add(identifier(study.id(), sponsor));
        fact("Registration")
                .ifPresent(number -> version.withArray("studyIdentifiers").add(identifier(number, sponsor)));
        ObjectNode title = instances.of("StudyTitle");
        title.put("text", study.title().english());
        title.set("type", instances.code(Terms.OFFICIAL_TITLE));
        version.withArray("titles").add(title);
        List<ObjectNode> interventions =
                study.design().arms().stream().map(this::intervention).toList();
        version.set("studyInterventions", Instances.array(interventions));
        Schedule schedule = new Schedule(study, instances);
        version.set("bcSurrogates", Instances.array(schedule.surrogates()));
        List<ObjectNode> items = new ArrayList<>();
        version.withArray("studyDesigns").add(design(interventions, schedule, items));
        version.set("eligibilityCriterionItems", Instances.array(items));
        return version;
    }

    private ObjectNode identifier(String text, ObjectNode scope) {
        ObjectNode identifier = instances.of("StudyIdentifier");
        identifier.put("text", text);
        identifier.put("scopeId", Instances.id(scope));
        return identifier;
    }

    private Optional<String> fact(String name) {
        return protocol.list("identification").stream()
                .filter(fact -> fact.text("fact").equals(name))
                .map(fact -> fact.text("value"))
                .findFirst();
    }

    private ObjectNode design(List<ObjectNode> interventions, Schedule schedule, List<ObjectNode> items) {
        ObjectNode design = instances.named(
                "InterventionalStudyDesign",
                "Design of " + study.id(),
                study.title().english());
        design.put("rationale", NOT_STATED);
        design.set("studyType", instances.code(Terms.INTERVENTIONAL));
        protocol.find("phase").ifPresent(phase -> design.set("studyPhase", instances.alias(Terms.phase(phase.text()))));
        protocol.find("blinding")
                .ifPresent(word -> design.set("blindingSchema", instances.alias(Terms.blinding(word.text()))));
        design.set("model", instances.code(Terms.PARALLEL));
        List<ObjectNode> arms = study.design().arms().stream().map(this::arm).toList();
        design.set("arms", Instances.array(arms));
        design.set("epochs", Instances.array(schedule.epochs()));
        cells(design, arms, interventions, schedule.epochs());
        design.set("studyInterventionIds", Instances.ids(interventions));
        design.set("encounters", Instances.array(schedule.encounters()));
        design.set("activities", Instances.array(schedule.activities()));
        design.set("scheduleTimelines", Instances.array(schedule.timelines()));
        List<ObjectNode> criteria = criteria(items);
        design.set("eligibilityCriteria", Instances.array(criteria));
        design.set("population", population(criteria));
        objectives(design, interventions);
        instances.extend(
                design,
                "randomization-procedure",
                study.design().randomization().procedure());
        instances.extend(
                design,
                "block-sizes",
                study.design().randomization().blockSizes().toString());
        return design;
    }

    private ObjectNode arm(Arm arm) {
        ObjectNode written = instances.named("StudyArm", arm.id(), arm.label().english());
        written.set("type", instances.code(Terms.arm(arm.type())));
        written.put("dataOriginDescription", "Data collected from participants");
        written.set("dataOriginType", instances.code(Terms.WITHIN_STUDY));
        instances.extend(written, "share", String.valueOf(arm.share()));
        return written;
    }

    private ObjectNode intervention(Arm arm) {
        ObjectNode given =
                instances.named("StudyIntervention", arm.id(), arm.label().english());
        given.put(
                "description",
                study.design().regimen().amounts().get(arm.id()) + ", "
                        + study.design().regimen().route() + ", on days "
                        + study.design().regimen().doseDays() + " after each dispensing visit");
        given.set("role", instances.code(Terms.role(arm.type())));
        given.set("type", instances.code(Terms.SUBSTANCE));
        return given;
    }

    /// An element for each arm and epoch; treatment is given in the second epoch.
    private void cells(
            ObjectNode design, List<ObjectNode> arms, List<ObjectNode> interventions, List<ObjectNode> epochs) {
        for (int arm = 0; arm < arms.size(); arm++) {
            for (int epoch = 0; epoch < epochs.size(); epoch++) {
                String label = arms.get(arm).path("label").asString() + ", "
                        + epochs.get(epoch).path("label").asString();
                ObjectNode element = instances.named("StudyElement", "", label);
                if (epoch == 1) {
                    element.set("studyInterventionIds", Instances.ids(List.of(interventions.get(arm))));
                }
                design.withArray("elements").add(element);
                ObjectNode cell = instances.of("StudyCell");
                cell.put("armId", Instances.id(arms.get(arm)));
                cell.put("epochId", Instances.id(epochs.get(epoch)));
                cell.set("elementIds", Instances.ids(List.of(element)));
                design.withArray("studyCells").add(cell);
            }
        }
    }

    private List<ObjectNode> criteria(List<ObjectNode> items) {
        Map<String, String> conditions = new LinkedHashMap<>();
        eligibility.list("criteria").forEach(node -> conditions.put(node.text("id"), node.text("holds")));
        List<ObjectNode> criteria = new ArrayList<>();
        for (Criterion criterion : study.criteria()) {
            ObjectNode item = instances.named("EligibilityCriterionItem", criterion.id(), "");
            item.put("text", criterion.text().english());
            items.add(item);
            ObjectNode written = instances.named(
                    "EligibilityCriterion", criterion.id(), criterion.text().english());
            written.put("identifier", criterion.id());
            written.put("criterionItemId", Instances.id(item));
            written.set(
                    "category",
                    instances.code(criterion.kind() == Criterion.Kind.INCLUSION ? Terms.INCLUSION : Terms.EXCLUSION));
            instances.extend(written, "holds", conditions.getOrDefault(criterion.id(), ""));
            criteria.add(written);
        }
        Instances.link(criteria);
        return criteria;
    }

    private ObjectNode population(List<ObjectNode> criteria) {
        ObjectNode population = instances.named("StudyDesignPopulation", "Participants", "");
        population.put("includesHealthySubjects", false);
        ObjectNode planned = instances.of("Quantity");
        planned.put("value", study.design().randomization().participants());
        population.set("plannedEnrollmentNumber", planned);
        population.set("criterionIds", Instances.ids(criteria));
        return population;
    }

    /// An objective for each endpoint, primary where a primary analysis is of it.
    private void objectives(ObjectNode design, List<ObjectNode> interventions) {
        Map<String, ObjectNode> endpoints = new LinkedHashMap<>();
        for (Endpoint endpoint : study.endpoints()) {
            boolean primary = study.analyses().stream()
                    .anyMatch(analysis -> analysis.role() == Analysis.Role.PRIMARY
                            && analysis.endpoint().id().equals(endpoint.id()));
            ObjectNode written =
                    instances.named("Endpoint", endpoint.id(), endpoint.label().english());
            written.put("text", endpoint.label().english() + " (" + String.join(", ", endpoint.at()) + ")");
            written.put("purpose", "");
            written.set("level", instances.code(primary ? Terms.PRIMARY_ENDPOINT : Terms.SECONDARY_ENDPOINT));
            endpoints.put(endpoint.id(), written);
            ObjectNode objective = instances.named("Objective", "Objective of " + endpoint.id(), "");
            objective.put("text", "To compare the arms by: " + endpoint.label().english());
            objective.set("level", instances.code(primary ? Terms.PRIMARY_OBJECTIVE : Terms.SECONDARY_OBJECTIVE));
            objective.withArray("endpoints").add(written);
            design.withArray("objectives").add(objective);
        }
        for (Estimand estimand : study.plan().estimands()) {
            ObjectNode population = instances.named("AnalysisPopulation", "Population of " + estimand.id(), "");
            population.put("text", estimand.population());
            design.withArray("analysisPopulations").add(population);
            ObjectNode written = instances.named("Estimand", estimand.id(), estimand.treatments());
            written.put("populationSummary", estimand.summary());
            written.put("analysisPopulationId", Instances.id(population));
            written.set("interventionIds", Instances.ids(interventions));
            ObjectNode variable = endpoints.get(estimand.endpoint());
            if (variable != null) {
                written.put("variableOfInterestId", Instances.id(variable));
            }
            written.withArray("intercurrentEvents");
            for (Estimand.IntercurrentEvent event : estimand.intercurrentEvents()) {
                ObjectNode happens = instances.named("IntercurrentEvent", event.id(), "");
                happens.put("text", event.event());
                happens.put("strategy", event.strategy().words());
                written.withArray("intercurrentEvents").add(happens);
            }
            design.withArray("estimands").add(written);
        }
    }
}

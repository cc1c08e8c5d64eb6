package org.equipoise.exchange.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Arm;
import org.equipoise.exchange.outline.Outline.Fact;
import org.equipoise.exchange.outline.Outline.Outcome;
import org.equipoise.exchange.outline.Outline.Plan;
import org.equipoise.exchange.outline.Outline.Treatment;
import org.equipoise.exchange.outline.Said;
import tools.jackson.databind.JsonNode;

/// A record of ClinicalTrials.gov as its version 2 interface gives it. Only the protocol section is read: a draft is of
/// what was planned.
public final class RecordJson {
    private static final String SECTION = "protocolSection";
    private static final String DESIGN = "designModule/designInfo";
    private static final String MASKING = DESIGN + "/maskingInfo";

    private final String file;
    private final JsonNode section;

    private RecordJson(String file, JsonNode section) {
        this.file = file;
        this.section = section;
    }

    public static boolean recognises(JsonNode root) {
        return root.path(SECTION).path("identificationModule").isObject();
    }

    public static Outline read(String file, JsonNode root) {
        return new RecordJson(file, root.path(SECTION)).outline();
    }

    private Outline outline() {
        List<Said> titles = Stream.of("officialTitle", "briefTitle")
                .flatMap(title -> said("identificationModule/" + title).stream())
                .toList();
        String eligibility = "eligibilityModule/eligibilityCriteria";
        return new Outline(
                file,
                titles,
                facts(),
                plan(),
                arms(),
                treatments(),
                CriteriaText.read(lines(eligibility), line -> at(eligibility) + ":" + line),
                Stream.concat(outcomes("primaryOutcomes", true), outcomes("secondaryOutcomes", false))
                        .toList(),
                List.of(),
                List.of(),
                prose(),
                List.of(),
                List.of());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "Registration", "identificationModule/nctId");
        fact(facts, "Number at the organisation", "identificationModule/orgStudyIdInfo/id");
        fact(facts, "Sponsor", "sponsorCollaboratorsModule/leadSponsor/name");
        for (int i = 0;
                i < section.at("/sponsorCollaboratorsModule/collaborators").size();
                i++) {
            fact(facts, "Collaborator " + (i + 1), "sponsorCollaboratorsModule/collaborators/" + i + "/name");
        }
        fact(facts, "Status", "statusModule/overallStatus");
        fact(facts, "Start", "statusModule/startDateStruct/date");
        fact(facts, "Primary completion", "statusModule/primaryCompletionDateStruct/date");
        fact(facts, "Completion", "statusModule/completionDateStruct/date");
        for (int i = 0; i < section.at("/conditionsModule/conditions").size(); i++) {
            fact(facts, "Condition " + (i + 1), "conditionsModule/conditions/" + i);
        }
        fact(facts, "Sex", "eligibilityModule/sex");
        fact(facts, "Least age", "eligibilityModule/minimumAge");
        fact(facts, "Greatest age", "eligibilityModule/maximumAge");
        fact(facts, "Intervention model", DESIGN + "/interventionModel");
        fact(facts, "Allocation", DESIGN + "/allocation");
        fact(facts, "Masking", MASKING + "/masking");
        return facts;
    }

    private void fact(List<Fact> facts, String name, String path) {
        said(path).ifPresent(value -> facts.add(new Fact(name, value)));
    }

    private Plan plan() {
        return new Plan(
                said("designModule/studyType"),
                said("designModule/phases/0"),
                said(DESIGN + "/allocation").map(said -> new Said(said.text(), at(DESIGN))),
                said(MASKING + "/masking").map(said -> new Said(said.text(), at(MASKING))),
                section.at("/" + MASKING + "/whoMasked")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList(),
                said("designModule/enrollmentInfo/count")
                        .map(said -> new Said(said.text(), at("designModule/enrollmentInfo"))),
                section.at("/designModule/enrollmentInfo/type").asString("").equals("ACTUAL"),
                Stream.of("minimumAge", "maximumAge")
                        .flatMap(age -> said("eligibilityModule/" + age).stream())
                        .toList(),
                section.at("/oversightModule/oversightHasDmc").asBoolean(false));
    }

    private List<Arm> arms() {
        return each("armsInterventionsModule/armGroups")
                .map(arm -> new Arm(
                        said(arm + "/label").orElse(new Said("", at(arm))),
                        said(arm + "/type"),
                        said(arm + "/description")))
                .toList();
    }

    private List<Treatment> treatments() {
        return each("armsInterventionsModule/interventions")
                .map(given -> new Treatment(
                        said(given + "/name").orElse(new Said("", at(given))),
                        each(given + "/otherNames")
                                .flatMap(name -> said(name).stream())
                                .toList(),
                        said(given + "/description"),
                        List.of(),
                        List.of()))
                .toList();
    }

    private Stream<Outcome> outcomes(String list, boolean primary) {
        return each("outcomesModule/" + list)
                .map(outcome -> new Outcome(
                        primary,
                        said(outcome + "/measure").orElse(new Said("", at(outcome))),
                        said(outcome + "/timeFrame"),
                        said(outcome + "/description")));
    }

    private List<Said> prose() {
        List<Said> prose = new ArrayList<>();
        for (String path : List.of(
                "descriptionModule/briefSummary",
                "descriptionModule/detailedDescription",
                DESIGN + "/interventionModelDescription",
                MASKING + "/maskingDescription")) {
            List<String> lines = lines(path);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    prose.add(new Said(lines.get(i), at(path) + ":" + (i + 1)));
                }
            }
        }
        return prose;
    }

    /// The paths of the elements of a list.
    private Stream<String> each(String list) {
        return IntStream.range(0, section.at("/" + list).size()).mapToObj(i -> list + "/" + i);
    }

    private List<String> lines(String path) {
        return List.of(section.at("/" + path).asString("").split("\\R", -1));
    }

    private Optional<Said> said(String path) {
        JsonNode node = section.at("/" + path);
        return node.isValueNode() && !node.isNull() && !node.asString().isBlank()
                ? Optional.of(new Said(node.asString(), at(path)))
                : Optional.empty();
    }

    private String at(String path) {
        return file + "#/" + SECTION + "/" + path;
    }
}

package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.design.Regimen;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Reads `protocol.yaml` and `schedule.yaml`.
final class DesignReading {
    private final Findings findings;
    private final Conditions conditions;
    private final List<Form> forms;

    DesignReading(Findings findings, Conditions conditions, List<Form> forms) {
        this.findings = findings;
        this.conditions = conditions;
        this.forms = forms;
    }

    Design design(Node protocol, Node schedule) {
        List<Arm> arms = protocol.list("arms").stream().map(DesignReading::arm).toList();
        List<Encounter> encounters = new ArrayList<>();
        schedule.list("encounters").forEach(node -> encounters.add(encounter(node)));
        schedule.find("early-termination").ifPresent(node -> encounters.add(earlyTermination(node, encounters)));
        Design design = new Design(
                arms,
                encounters,
                regimen(protocol),
                randomization(protocol.get("randomization"), arms),
                new SupplyReading(findings).supply(protocol));
        checkRandomizationVisit(schedule, design);
        return design;
    }

    List<Site> sites(Node protocol) {
        return protocol.list("sites").stream()
                .map(site -> new Site(site.text("id"), site.text("utc-offset")))
                .toList();
    }

    private static Arm arm(Node node) {
        return new Arm(node.text("id"), Labels.label(node.get("label")), node.text("type"), node.integer("share"));
    }

    private Encounter encounter(Node node) {
        Set<Encounter.Activity> activities = EnumSet.noneOf(Encounter.Activity.class);
        node.texts("activities")
                .forEach(name -> activities.add(Encounter.Activity.valueOf(name.toUpperCase(Locale.ROOT))));
        checkForms(node);
        Node window = node.get("window");
        checkWindow(window, node.integer("day"));
        return new Encounter(
                node.text("id"),
                Labels.label(node.get("label")),
                node.integer("day"),
                window.integer("before"),
                window.integer("after"),
                node.texts("forms"),
                activities,
                Boolean.parseBoolean(node.text("not-on-dosing-day", "false")));
    }

    /// It may be on any day from randomisation to the end of the last planned visit's window.
    private Encounter earlyTermination(Node node, List<Encounter> planned) {
        checkForms(node);
        if (planned.stream().anyMatch(each -> each.id().equals(node.text("id")))) {
            NamedOnce.twice("encounters", node.get("id"), findings);
        }
        int end = planned.stream()
                .mapToInt(each -> each.day() + each.after())
                .max()
                .orElse(1);
        return new Encounter(
                node.text("id"),
                Labels.label(node.get("label")),
                end + 1,
                end,
                0,
                node.texts("forms"),
                EnumSet.of(Encounter.Activity.EARLY_TERMINATION),
                false);
    }

    private void checkForms(Node node) {
        for (Node form : node.list("forms")) {
            if (forms.stream().noneMatch(known -> known.id().equals(form.text()))) {
                findings.error(
                        "unknown-form",
                        form.place(),
                        "no file in forms/ defines the form '" + form.text() + "'",
                        "the visit could never be completed",
                        "Add forms/" + form.text() + ".yaml, or correct the name");
            }
            if (forms.stream()
                    .anyMatch(known ->
                            known.id().equals(form.text()) && known.rules().log())) {
                findings.error(
                        "log-at-visit",
                        form.place(),
                        "the form '" + form.text() + "' is a log and belongs to no visit",
                        "its entries are made whenever something happens",
                        "Take it out of the schedule");
            }
        }
        if (node.text("id").equals("log")) {
            FormConditions.reserved(findings, node.get("id"), "the journal names entries of logs so");
        }
    }

    /// Screening ends before the day of randomisation, and what follows begins on it or later.
    private void checkWindow(Node window, int day) {
        String side = day < 0 ? "after" : "before";
        int most = day < 0 ? -day - 1 : day - 1;
        if (window.integer(side) > most) {
            findings.error(
                    "impossible-window",
                    window.get(side).place(),
                    "'" + side + ": " + window.integer(side) + "' allows the visit of day " + day
                            + (day < 0 ? " on" : " before") + " the day of randomisation",
                    "a visit on the other side of randomisation would answer another question",
                    "Write at most '" + side + ": " + most + "'");
        }
    }

    private static Regimen regimen(Node protocol) {
        Node node = protocol.get("regimen");
        Map<String, String> amounts = new LinkedHashMap<>();
        protocol.list("arms").forEach(arm -> amounts.put(arm.text("id"), arm.text("amount")));
        return new Regimen(
                node.text("route"),
                node.texts("dose-days").stream().map(Integer::valueOf).sorted().toList(),
                node.texts("hidden-from"),
                amounts);
    }

    private Randomization randomization(Node node, List<Arm> arms) {
        int ratio = arms.stream().mapToInt(Arm::share).sum();
        for (Node size : node.list("block-sizes")) {
            if (Integer.parseInt(size.text()) % ratio != 0) {
                findings.error(
                        "uneven-block",
                        size.place(),
                        "a block of " + size.text() + " cannot hold the ratio of the arms, whose shares add up to "
                                + ratio,
                        "a block that is not balanced at its end does not keep the ratio",
                        "Use multiples of " + ratio);
            }
        }
        return new Randomization(
                node.text("procedure"),
                node.texts("block-sizes").stream().map(Integer::valueOf).toList(),
                node.integer("participants"),
                node.list("factors").stream().map(this::factor).toList());
    }

    private Randomization.Factor factor(Node node) {
        return new Randomization.Factor(
                node.text("id"),
                Labels.label(node.get("label")),
                node.list("levels").stream()
                        .map(level ->
                                new Randomization.Level(level.text("id"), conditions.condition(level.get("when"))))
                        .toList());
    }

    private void checkRandomizationVisit(Node schedule, Design design) {
        long randomizing = design.encounters().stream()
                .filter(e -> e.activities().contains(Encounter.Activity.RANDOMIZATION))
                .count();
        boolean dayOne = design.encounters().stream()
                .anyMatch(e -> e.day() == 1 && e.activities().contains(Encounter.Activity.RANDOMIZATION));
        if (randomizing != 1 || !dayOne) {
            findings.error(
                    "no-randomization-visit",
                    schedule.get("encounters").place(),
                    "exactly one encounter, on day 1, must have the activity 'randomization'",
                    "study days are counted from randomisation",
                    "Give the encounter of day 1 'activities: [randomization]'");
        }
    }
}

package org.equipoise.protocol.scrutiny;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Whether people can come as planned: visits in their order, windows that leave each other and the doses alone, forms
/// that some visit has.
final class Schedule {
    private final Scrutiny scrutiny;
    private final Design design;

    Schedule(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.design = scrutiny.study().design();
    }

    void question() {
        List<Encounter> encounters = design.encounters().stream()
                .filter(visit -> !visit.isEarlyTermination())
                .toList();
        for (int i = 1; i < encounters.size(); i++) {
            neighbours(encounters.get(i - 1), encounters.get(i));
        }
        cycles();
        encounters.stream().filter(Encounter::notOnDosingDay).forEach(this::betweenDoses);
        scrutiny.study().forms().forEach(this::form);
    }

    private void neighbours(Encounter before, Encounter after) {
        if (place(after.day()) <= place(before.day())) {
            scrutiny.findings()
                    .error(
                            "visits-out-of-order",
                            node(after).get("day").place(),
                            "the visit " + after.id() + " on day " + after.day() + " stands after " + before.id()
                                    + " on day " + before.day(),
                            "what was seen before and what after is told by the order of the visits",
                            "Correct the day, or move the visit to its place");
        } else if (place(after.day()) - after.before() <= place(before.day()) + before.after()) {
            scrutiny.findings()
                    .warning(
                            "colliding-windows",
                            node(after).get("window").place(),
                            "the window of " + after.id() + " opens before that of " + before.id() + " has closed",
                            "a day that belongs to two visits lets one of them be skipped or both be the same",
                            "Let the windows end before they meet");
        }
    }

    private void cycles() {
        List<Encounter> dispensing = design.dispensing();
        int last = design.regimen().doseDays().getLast();
        for (int i = 1; i < dispensing.size(); i++) {
            int days =
                    place(dispensing.get(i).day()) - place(dispensing.get(i - 1).day());
            if (last > days) {
                scrutiny.findings()
                        .error(
                                "dose-beyond-cycle",
                                regimen().place(),
                                "the dose of day " + last + " of a cycle is due when the next cycle has begun, " + days
                                        + " days after the last",
                                "two doses would be due on one day, from two kits",
                                "Shorten the cycle's dosing, or move "
                                        + dispensing.get(i).id());
                return;
            }
        }
    }

    private void betweenDoses(Encounter visit) {
        if (dosingDays().contains(visit.day())) {
            scrutiny.findings()
                    .error(
                            "visit-on-dosing-day",
                            node(visit).get("day").place(),
                            "the visit " + visit.id() + " may not be on a dosing day, and day " + visit.day()
                                    + " is one",
                            "what is measured would depend on whether the dose came before it",
                            "Move the visit, or let it be on dosing days");
        }
    }

    private Set<Integer> dosingDays() {
        Set<Integer> days = new TreeSet<>();
        design.dispensing()
                .forEach(visit -> design.regimen().doseDays().forEach(day -> days.add(visit.day() + day - 1)));
        return days;
    }

    private void form(Form form) {
        List<Encounter> visits = design.encounters().stream()
                .filter(visit -> visit.forms().contains(form.id()))
                .toList();
        Node tree = Said.tree(scrutiny, form).orElseThrow();
        if (visits.isEmpty() && !form.rules().log()) {
            scrutiny.findings()
                    .warning(
                            "never-filled-in",
                            tree.get("id").place(),
                            "no visit has the form '" + form.id() + "'",
                            "what it asks is never known",
                            "Add it to a visit in schedule.yaml, say 'log: true', or remove the file");
        }
        for (Node first : tree.list("after")) {
            List<String> without = visits.stream()
                    .filter(visit -> !visit.forms().contains(first.text()))
                    .map(Encounter::id)
                    .toList();
            if (!without.isEmpty()) {
                scrutiny.findings()
                        .warning(
                                "order-without-effect",
                                first.place(),
                                "'" + form.id() + "' comes after '" + first.text() + "', which is not filled in at "
                                        + String.join(", ", without),
                                "an order that is meant to keep one answer from leaning on another must hold at every"
                                        + " visit",
                                "Add '" + first.text() + "' to these visits, or take it out of 'after'");
            }
        }
    }

    private Node regimen() {
        return scrutiny.required("protocol.yaml").get("regimen").get("dose-days");
    }

    private Node node(Encounter encounter) {
        return Scrutiny.named(scrutiny.required("schedule.yaml"), "encounters", encounter.id())
                .orElseThrow();
    }

    /// The day on a line that has no gap: there is no day 0.
    static int place(int day) {
        return day > 0 ? day - 1 : day;
    }
}

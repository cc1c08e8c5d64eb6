package org.equipoise.protocol.scrutiny;

import java.util.List;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Whether what eligibility rests on can be young enough on day 1, and whether the age that is allowed means anything.
final class EarlyEnough {
    private final Scrutiny scrutiny;
    private final Design design;

    EarlyEnough(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.design = scrutiny.study().design();
    }

    void question() {
        scrutiny.required("eligibility.yaml")
                .find("windows")
                .ifPresent(windows -> windows.members()
                        .forEach((form, days) -> scrutiny.study()
                                .form(form)
                                .ifPresent(found -> window(found, days, Integer.parseInt(days.text())))));
    }

    private void window(Form form, Node node, int days) {
        boolean onDayOne = !form.rules().resultsLater()
                && design.randomizationVisit().forms().contains(form.id());
        List<Encounter> screening = design.encounters().stream()
                .filter(visit -> visit.isScreening() && visit.forms().contains(form.id()))
                .toList();
        int youngest = screening.stream()
                .mapToInt(visit -> -visit.day() - visit.after())
                .min()
                .orElse(0);
        int oldest = screening.stream()
                .mapToInt(visit -> -visit.day() + visit.before())
                .max()
                .orElse(0);
        if (!onDayOne && youngest > days) {
            scrutiny.findings()
                    .error(
                            "too-old-on-day-one",
                            node.place(),
                            "answers of '" + form.id() + "' may be " + days + " days old on day 1, and are at least "
                                    + youngest,
                            "a criterion on an answer that is always too old is never met",
                            "Allow more days, or repeat the form later in screening");
        } else if (!screening.isEmpty() && days > oldest) {
            scrutiny.findings()
                    .warning(
                            "longer-than-screening",
                            node.place(),
                            "answers of '" + form.id() + "' may be " + days + " days old, and none can be older than "
                                    + oldest,
                            "a limit that nothing reaches was meant otherwise",
                            "Write at most " + oldest + ", or begin screening earlier");
        }
    }
}

package org.equipoise.conduct.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.equipoise.language.value.Answer;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.safety.ReportingClock;
import org.jspecify.annotations.Nullable;

/// The study by name, with what follows from each form: made once, asked with every command.
final class StudyIndex {
    private final Map<String, FormEntry> forms = new HashMap<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private final String dayOne;

    /// A form and what is judged when it is written on.
    ///
    /// @param conditional whether some item has a condition of its own
    record FormEntry(
            Form form,
            Map<String, Score> scores,
            Set<String> submittedBy,
            boolean conditional,
            List<Check> checks,
            List<ReportingClock> clocks) {
        static FormEntry of(Form form, Study study) {
            Map<String, Score> scores = new HashMap<>();
            form.scores().forEach(score -> scores.put(score.name().item(), score));
            return new FormEntry(
                    form,
                    scores,
                    Set.copyOf(form.rules().submittedBy()),
                    form.items().stream().map(Item::when).anyMatch(Optional::isPresent),
                    study.checks().stream()
                            .filter(check -> check.on().contains(form.id()))
                            .toList(),
                    study.safety().clocks().stream()
                            .filter(clock -> clock.log().equals(form.id()))
                            .toList());
        }
    }

    /// An encounter, its forms at hand, and its name as an answer.
    record Visit(Encounter encounter, Set<String> forms, Answer id) {}

    StudyIndex(Study study) {
        study.forms().forEach(form -> forms.put(form.id(), FormEntry.of(form, study)));
        for (Encounter encounter : study.design().encounters()) {
            Answer id = new Answer.Known(new org.equipoise.language.value.Value.Code(encounter.id()));
            visits.put(encounter.id(), new Visit(encounter, Set.copyOf(encounter.forms()), id));
        }
        dayOne = study.design().randomizationVisit().id();
    }

    @Nullable
    Visit visit(String encounter) {
        return visits.get(encounter);
    }

    @Nullable
    FormEntry find(String form) {
        return forms.get(form);
    }

    FormEntry form(String form) {
        return Objects.requireNonNull(forms.get(form), form);
    }

    /// The encounter of day 1.
    String dayOne() {
        return dayOne;
    }
}

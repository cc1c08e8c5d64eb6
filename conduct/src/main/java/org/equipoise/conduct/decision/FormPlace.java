package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.CaseBook;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.form.FormRules;
import org.jspecify.annotations.Nullable;

/// Where someone asks to write: a form at a visit, or an entry of a log.
///
/// @param page what stands there already; null where nothing does
record FormPlace(
        StudyIndex.FormEntry rule,
        String encounter,
        int entry,
        @Nullable Page page) {

    /// Why a role may not write on this form of this participant, if so.
    static Optional<Refusal> fault(
            StudyIndex study, Participant participant, Role role, String encounter, String form) {
        StudyIndex.FormEntry rule = study.find(form);
        boolean log = encounter.equals(FormEvent.LOG);
        StudyIndex.Visit visit = study.visit(encounter);
        if (visit == null && !log) {
            return Optional.of(new Refusal.UnknownEncounter(encounter));
        }
        if (rule == null
                || (log
                        ? !rule.form().rules().log()
                        : !Objects.requireNonNull(visit).forms().contains(form))) {
            return Optional.of(new Refusal.FormNotAtVisit(form, encounter));
        }
        if (!rule.submittedBy().contains(role.word())) {
            return Optional.of(new Refusal.NotYourForm(role, form));
        }
        return log || participant.book().visit(encounter).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.VisitNotRecorded(encounter));
    }

    /// Where a submission goes: to its visit, or behind the last entry of its log.
    static FormPlace next(StudyIndex study, CaseBook book, String encounter, String form) {
        boolean log = encounter.equals(FormEvent.LOG);
        return at(study, book, encounter, form, log ? book.entries(form).size() + 1 : 0);
    }

    static FormPlace at(StudyIndex study, CaseBook book, String encounter, String form, int entry) {
        return new FormPlace(study.form(form), encounter, entry, book.page(encounter, form, entry));
    }

    String form() {
        return rule.form().id();
    }

    /// The forms that have to stand at the visit before this one and do not yet, though they are due.
    List<String> outstanding(StudyIndex study, Participant participant) {
        FormRules rules = rule.form().rules();
        if (rules.after().isEmpty() || rules.log()) {
            return List.of();
        }
        List<String> outstanding = new ArrayList<>();
        BookAnswers here = new BookAnswers(study, participant.book(), participant.consented(), encounter);
        for (String first : rules.after()) {
            boolean planned =
                    Objects.requireNonNull(study.visit(encounter)).forms().contains(first);
            if (planned && participant.book().page(encounter, first) == null && isDue(study.form(first), here)) {
                outstanding.add(first);
            }
        }
        return outstanding;
    }

    private static boolean isDue(StudyIndex.FormEntry form, BookAnswers here) {
        return form.form().rules().when().map(when -> when.truth(here)).orElse(Truth.TRUE) != Truth.FALSE;
    }
}

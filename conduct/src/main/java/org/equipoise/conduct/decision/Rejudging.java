package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.conduct.state.CaseBook;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.reading.Study;

/// Judges what is recorded by another version of the protocol, with the very rules that decide. Decides nothing.
public final class Rejudging {
    private final Study study;
    private final StudyIndex index;

    public Rejudging(Study study) {
        this.study = study;
        this.index = new StudyIndex(study);
    }

    /// What each criterion would come to for someone in screening on a date.
    public SortedMap<String, Verdict> criteria(Participant.Screening screening, LocalDate date) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (CriterionJudged judged : EligibilityDecider.judged(study, index, screening, date, new ArrayList<>())) {
            verdicts.put(judged.criterion(), judged.verdict());
        }
        return verdicts;
    }

    /// The checks that would fire on a form or an entry as it now stands.
    public List<String> firing(Participant participant, FormEvent written) {
        StudyIndex.FormEntry rule = index.find(written.form());
        boolean log = written.encounter().equals(FormEvent.LOG);
        if (rule == null || (!log && index.visit(written.encounter()) == null)) {
            return List.of();
        }
        CaseBook book = participant.book();
        BookAnswers here = new BookAnswers(index, book, participant.consented(), written.encounter());
        Page page = book.page(written.encounter(), written.form(), written.entry());
        if (page == null) {
            return List.of();
        }
        Answers answers = log ? new BookAnswers.EntryAnswers(here, page) : here;
        return rule.checks().stream()
                .filter(check -> check.firesWhen().truth(answers) == Truth.TRUE)
                .map(Check::id)
                .toList();
    }
}

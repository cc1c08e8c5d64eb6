package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.CaseBook;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.jspecify.annotations.Nullable;

/// Submitting and correcting forms and entries of logs. What is asked is judged on the case book as it would then
/// stand; queries and reporting clocks that follow are decided with it.
///
/// @param now microseconds since 1970-01-01T00:00:00Z
record FormDecider(Setting setting, Role role, long now) {

    Decision decide(Participant participant, Command.SubmitForm submission) {
        StudyIndex study = setting.index();
        Optional<Refusal> misplaced =
                FormPlace.fault(study, participant, role, submission.encounter(), submission.form());
        if (misplaced.isPresent()) {
            return Decision.no(misplaced.get());
        }
        if (participant instanceof Participant.Ended) {
            return Decision.no(new Refusal.ParticipationEnded(participant.id(), participant.standing()));
        }
        FormPlace place = FormPlace.next(study, participant.book(), submission.encounter(), submission.form());
        if (place.page() != null) {
            return Decision.no(new Refusal.FormAlreadySubmitted(submission.form(), submission.encounter()));
        }
        List<String> outstanding = place.outstanding(study, participant);
        if (!outstanding.isEmpty()) {
            return Decision.no(new Refusal.FormsOutstanding(place.form(), place.encounter(), outstanding));
        }
        return write(participant, place, submission.entries(), null);
    }

    Decision decide(Participant participant, Command.CorrectForm correction) {
        Optional<Refusal> misplaced =
                FormPlace.fault(setting.index(), participant, role, correction.encounter(), correction.form());
        if (misplaced.isPresent()) {
            return Decision.no(misplaced.get());
        }
        if (correction.reason().isBlank()) {
            return Decision.no(new Refusal.ReasonMissing());
        }
        FormPlace place = FormPlace.at(
                setting.index(), participant.book(), correction.encounter(), correction.form(), correction.entry());
        if (place.page() == null) {
            return Decision.no(
                    correction.encounter().equals(FormEvent.LOG)
                            ? new Refusal.EntryNotMade(correction.form(), correction.entry())
                            : new Refusal.FormNotSubmitted(correction.form(), correction.encounter()));
        }
        return OwnWords.of(correction.reason()).decide(words -> write(participant, place, correction.changes(), words));
    }

    private Decision write(
            Participant participant, FormPlace place, List<ItemChange> entries, @Nullable OwnWords words) {
        Form form = place.rule().form();
        ItemFaults faults = new ItemFaults(form).ofEntries(entries);
        List<ItemChange> changes = changes(place.page(), entries);
        if (words != null && changes.isEmpty() && faults.faults().isEmpty()) {
            return Decision.no(new Refusal.NothingChanged());
        }
        Confidential reason = words == null ? null : words.concealed(setting, participant.id(), "reason");
        FormEvent asked = event(participant.id(), place, reason, changes);
        CaseBook then = participant.book().with(asked, setting.state().seq() + 1);
        BookAnswers here = new BookAnswers(setting.index(), then, participant.consented(), place.encounter());
        if (reason == null || place.rule().conditional()) {
            Page page = then.page(place.encounter(), place.form(), place.entry());
            faults.ofPage(
                    page, place.entry() == 0 ? here : new BookAnswers.EntryAnswers(here, Objects.requireNonNull(page)));
        }
        if (!faults.faults().isEmpty()) {
            return Decision.no(new Refusal.ItemsNotAccepted(faults.faults()));
        }
        List<TrialEvent> events = new ArrayList<>(2);
        events.add(event(participant.id(), place, reason, concealed(participant.id(), form, changes)));
        new Consequences(participant.id(), place, then, now).addTo(events, here);
        return new Decision.Decided(events);
    }

    private static FormEvent event(
            ParticipantId participant, FormPlace place, @Nullable Confidential reason, List<ItemChange> changes) {
        return reason == null
                ? new FormSubmitted(participant, place.encounter(), place.form(), place.entry(), changes)
                : new FormCorrected(participant, place.encounter(), place.form(), place.entry(), reason, changes);
    }

    /// What differs from what stands; what is ciphertext cannot be compared and counts as another.
    private static List<ItemChange> changes(@Nullable Page before, List<ItemChange> entries) {
        if (before == null) {
            return entries;
        }
        List<ItemChange> changes = new ArrayList<>();
        for (ItemChange entry : entries) {
            if (!entry.equals(before.standing(entry.item(), 0))) {
                changes.add(entry);
            }
        }
        return changes;
    }

    /// The changes with what must not be read as ciphertext, each bound to its place in the journal.
    private List<ItemChange> concealed(ParticipantId participant, Form form, List<ItemChange> changes) {
        if (!form.isConcealing()) {
            return changes;
        }
        List<ItemChange> concealed = new ArrayList<>(changes.size());
        for (int place = 0; place < changes.size(); place++) {
            ItemChange change = changes.get(place);
            Item item = form.items().get(form.place(change.item(), place));
            concealed.add(concealed(participant, item, change, place + 1));
        }
        return concealed;
    }

    private ItemChange concealed(ParticipantId participant, Item item, ItemChange change, int ordinal) {
        String value = change.value();
        if (value == null) {
            return change;
        }
        if (item.confidential()) {
            return new ItemChange(change.item(), setting.conceal(participant, String.valueOf(ordinal), value));
        }
        return item.unblinding()
                ? new ItemChange(
                        change.item(), setting.desk().seal(participant, new Citation(setting.next(), ordinal), value))
                : change;
    }
}

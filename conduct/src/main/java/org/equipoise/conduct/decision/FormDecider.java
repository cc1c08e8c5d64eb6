package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.CaseBook.Entered;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.jspecify.annotations.Nullable;

/// Submitting and correcting forms. All faults are named at once, so that a form comes back one time only.
final class FormDecider {
    private FormDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.SubmitForm submission) {
        Optional<Refusal> misplaced = misplaced(setting, participant, submission.encounter(), submission.form());
        if (misplaced.isPresent()) {
            return Decision.no(misplaced.get());
        }
        if (participant instanceof Participant.Ended) {
            return Decision.no(new Refusal.ParticipationEnded(participant.id(), participant.standing()));
        }
        if (participant.book().form(submission.encounter(), submission.form()).isPresent()) {
            return Decision.no(new Refusal.FormAlreadySubmitted(submission.form(), submission.encounter()));
        }
        Form form = setting.study().form(submission.form()).orElseThrow();
        List<ItemFault> faults = faults(form, submission.entries());
        addMissing(form, submission.entries(), faults);
        return faults.isEmpty()
                ? Decision.that(new FormSubmitted(
                        participant.id(), submission.encounter(), submission.form(), submission.entries()))
                : Decision.no(new Refusal.ItemsNotAccepted(faults));
    }

    static Decision decide(Setting setting, Participant participant, Command.CorrectForm correction) {
        Optional<Refusal> misplaced = misplaced(setting, participant, correction.encounter(), correction.form());
        if (misplaced.isPresent()) {
            return Decision.no(misplaced.get());
        }
        if (correction.reason().isBlank()) {
            return Decision.no(new Refusal.ReasonMissing());
        }
        Optional<Map<String, Entered>> before = participant.book().form(correction.encounter(), correction.form());
        if (before.isEmpty()) {
            return Decision.no(new Refusal.FormNotSubmitted(correction.form(), correction.encounter()));
        }
        List<ItemFault> faults = faults(setting.study().form(correction.form()).orElseThrow(), correction.changes());
        if (!faults.isEmpty()) {
            return Decision.no(new Refusal.ItemsNotAccepted(faults));
        }
        List<ItemChange> changes = correction.changes().stream()
                .filter(change -> changes(before.get().get(change.item()), change))
                .toList();
        return changes.isEmpty()
                ? Decision.no(new Refusal.NothingChanged())
                : Decision.that(new FormCorrected(
                        participant.id(), correction.encounter(), correction.form(), correction.reason(), changes));
    }

    private static boolean changes(@Nullable Entered before, ItemChange change) {
        return before == null
                || !Objects.equals(before.value(), change.value())
                || !Objects.equals(before.missing(), change.missing());
    }

    private static Optional<Refusal> misplaced(
            Setting setting, Participant participant, String encounter, String form) {
        var planned = setting.study().design().encounter(encounter);
        if (planned.isEmpty()) {
            return Optional.of(new Refusal.UnknownEncounter(encounter));
        }
        if (!planned.get().forms().contains(form)) {
            return Optional.of(new Refusal.FormNotAtVisit(form, encounter));
        }
        return participant.book().visit(encounter).isEmpty()
                ? Optional.of(new Refusal.VisitNotRecorded(encounter))
                : Optional.empty();
    }

    private static List<ItemFault> faults(Form form, List<ItemChange> entries) {
        List<ItemFault> faults = new ArrayList<>();
        Set<String> entered = HashSet.newHashSet(entries.size());
        for (ItemChange entry : entries) {
            Optional<Item> item = form.item(entry.item());
            if (item.isEmpty()) {
                faults.add(new ItemFault.UnknownItem(entry.item()));
            } else if (!entered.add(entry.item())) {
                faults.add(new ItemFault.EnteredTwice(entry.item()));
            } else {
                fault(item.get().type(), entry).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Optional<ItemFault> fault(ItemType type, ItemChange entry) {
        String value = entry.value();
        String missing = entry.missing();
        if ((value == null) == (missing == null) || (missing != null && missing.isBlank())) {
            return Optional.of(new ItemFault.NeitherValueNorReason(entry.item()));
        }
        if (value == null) {
            return Optional.empty();
        }
        Optional<Answer> answer = type.read(value);
        if (answer.isEmpty()) {
            return Optional.of(new ItemFault.NotOfItsType(entry.item(), value, type));
        }
        if (type instanceof ItemType.Amount(var unit, var possible)
                && (answer.get().span().lessThan(possible) == Truth.TRUE
                        || possible.lessThan(answer.get().span()) == Truth.TRUE)) {
            return Optional.of(new ItemFault.Impossible(entry.item(), value, possible, unit.code()));
        }
        return Optional.empty();
    }

    private static void addMissing(Form form, List<ItemChange> entries, List<ItemFault> faults) {
        Set<String> entered = HashSet.newHashSet(entries.size());
        entries.forEach(entry -> entered.add(entry.item()));
        for (Item item : form.items()) {
            if (item.required() && !entered.contains(item.name().item())) {
                faults.add(new ItemFault.Missing(item.name().item()));
            }
        }
    }
}

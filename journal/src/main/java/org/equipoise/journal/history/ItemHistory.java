package org.equipoise.journal.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.jspecify.annotations.Nullable;

/// Everything that happened to one item of one participant at one encounter, or in one entry of a log, oldest first.
///
/// @param entry the number of the entry; 0 at a visit
public record ItemHistory(ParticipantId participant, String encounter, int entry, ItemName item, List<Step> steps) {

    public ItemHistory {
        steps = List.copyOf(steps);
    }

    /// One change of the item: the value entered, the reason there is none or the ciphertext; for a correction why.
    ///
    /// @param at microseconds since 1970-01-01T00:00:00Z
    /// @param value of a sealed item absent until it is opened
    /// @param confidential the value, where it is somebody's own words or identifies the participant
    /// @param reason why what was submitted was changed; absent at a submission
    public record Step(
            Citation citation,
            long at,
            Actor actor,
            @Nullable String value,
            @Nullable String missing,
            @Nullable Sealed sealed,
            @Nullable Confidential confidential,
            @Nullable Confidential reason) {
        private Step opened(@Nullable String opened) {
            return opened == null ? this : new Step(citation, at, actor, opened, missing, sealed, confidential, reason);
        }
    }

    /// At a visit.
    public static ItemHistory of(
            Iterable<JournalledEvent> events, ParticipantId participant, String encounter, ItemName item) {
        return of(events, participant, encounter, 0, item);
    }

    public static ItemHistory of(
            Iterable<JournalledEvent> events, ParticipantId participant, String encounter, int entry, ItemName item) {
        List<Step> steps = new ArrayList<>();
        Map<Citation, String> opened = new HashMap<>();
        for (JournalledEvent event : events) {
            if (event.event() instanceof FormEvent form
                    && form.participant().equals(participant)
                    && form.encounter().equals(encounter)
                    && form.entry() == entry
                    && form.form().equals(item.form())) {
                addSteps(event, form, item.item(), steps);
            } else if (event.event() instanceof SealedItemsOpened(var whose, var items) && whose.equals(participant)) {
                items.forEach(each -> opened.put(new Citation(each.seq(), each.ordinal()), each.value()));
            }
        }
        steps.replaceAll(step -> step.opened(opened.get(step.citation())));
        return new ItemHistory(participant, encounter, entry, item, steps);
    }

    private static void addSteps(JournalledEvent event, FormEvent form, String item, List<Step> steps) {
        Confidential reason = switch (form) {
            case FormSubmitted _ -> null;
            case FormCorrected corrected -> corrected.reason();
        };
        int ordinal = 0;
        for (ItemChange change : form.changes()) {
            ordinal++;
            if (change.item().equals(item)) {
                steps.add(new Step(
                        new Citation(event.seq(), ordinal),
                        event.at(),
                        event.actor(),
                        change.value(),
                        change.missing(),
                        change.sealed(),
                        change.confidential(),
                        reason));
            }
        }
    }
}

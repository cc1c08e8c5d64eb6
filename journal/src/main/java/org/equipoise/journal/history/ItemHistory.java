package org.equipoise.journal.history;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Everything that happened to one item of one participant at one encounter, oldest first.
public record ItemHistory(ParticipantId participant, String encounter, ItemName item, List<Step> steps) {

    public ItemHistory {
        steps = List.copyOf(steps);
    }

    /// One change of the item: the value entered or the reason there is none, and for a correction why.
    ///
    /// @param at microseconds since 1970-01-01T00:00:00Z
    /// @param reason why what was submitted was changed; absent at a submission
    public record Step(
            Citation citation,
            long at,
            Actor actor,
            @Nullable String value,
            @Nullable String missing,
            @Nullable String reason) {}

    public static ItemHistory of(
            Iterable<JournalledEvent> events, ParticipantId participant, String encounter, ItemName item) {
        List<Step> steps = new ArrayList<>();
        for (JournalledEvent event : events) {
            if (event.event() instanceof FormEvent form
                    && form.participant().equals(participant)
                    && form.encounter().equals(encounter)
                    && form.form().equals(item.form())) {
                addSteps(event, form, item.item(), steps);
            }
        }
        return new ItemHistory(participant, encounter, item, steps);
    }

    private static void addSteps(JournalledEvent event, FormEvent form, String item, List<Step> steps) {
        String reason = switch (form) {
            case FormSubmitted _ -> null;
            case FormCorrected corrected -> corrected.reason();
        };
        int ordinal = 0;
        for (ItemChange change : form.changes()) {
            ordinal++;
            if (change.item().equals(item)) {
                var citation = new Citation(event.seq(), ordinal);
                steps.add(new Step(citation, event.at(), event.actor(), change.value(), change.missing(), reason));
            }
        }
    }
}

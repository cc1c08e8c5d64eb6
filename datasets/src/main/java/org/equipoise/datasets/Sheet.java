package org.equipoise.datasets;

import java.util.Optional;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.history.Citation;
import org.jspecify.annotations.Nullable;

/// One participant's form at one encounter: for each item the change that last wrote it.
final class Sheet {
    private final FormPlan plan;
    private final @Nullable Standing[] standing;
    private boolean submitted;

    /// What stands for an item, and where it was written.
    record Standing(ItemChange change, long seq, int ordinal) {
        Source source() {
            return new Source.Change(new Citation(seq, ordinal));
        }
    }

    Sheet(FormPlan plan) {
        this.plan = plan;
        this.standing = new @Nullable Standing[plan.items().size()];
    }

    FormPlan plan() {
        return plan;
    }

    void after(long seq, FormEvent event) {
        boolean correction = event instanceof FormEvent.FormCorrected;
        if (correction != submitted) {
            throw new IllegalStateException("event " + seq
                    + (correction ? " corrects a form before it" : " submits a form after it") + " was submitted");
        }
        submitted = true;
        int ordinal = 0;
        for (ItemChange change : event.changes()) {
            int place = plan.place(change.item(), ordinal);
            ordinal++;
            standing[place] = new Standing(change, seq, ordinal);
        }
    }

    Optional<Standing> at(int place) {
        return Optional.ofNullable(standing[place]);
    }

    Optional<Standing> of(String item) {
        return at(plan.place(item, 0));
    }
}

package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.history.Citation;
import org.jspecify.annotations.Nullable;

/// One participant's form at one encounter, or one entry of a log: for each item the change that last wrote it.
final class Sheet {
    private final FormPlan plan;
    private final @Nullable Standing[] standing;
    private final Map<Citation, String> opened;
    private boolean submitted;

    /// What stands for an item, and where it was written. What is sealed has a value only where it was opened.
    record Standing(ItemChange change, Citation citation, Map<Citation, String> opened) {
        Source source() {
            return new Source.Change(citation);
        }

        Optional<String> value() {
            return Optional.ofNullable(change.value())
                    .or(() -> change.sealed() == null ? Optional.empty() : Optional.ofNullable(opened.get(citation)));
        }

        Optional<String> missing() {
            return change.sealed() != null && value().isEmpty()
                    ? Optional.of("sealed")
                    : Optional.ofNullable(change.missing());
        }
    }

    /// @param opened what the reveal opened, as far as the view may know it
    Sheet(FormPlan plan, Map<Citation, String> opened) {
        this.plan = plan;
        this.opened = opened;
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
            standing[place] = new Standing(change, new Citation(seq, ordinal), opened);
        }
    }

    Optional<Standing> at(int place) {
        return Optional.ofNullable(standing[place]);
    }

    /// Where everything that stands was written.
    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (int place = 0; place < standing.length; place++) {
            at(place).map(Standing::source).ifPresent(sources::add);
        }
        return sources;
    }

    Optional<Standing> of(String item) {
        return at(plan.place(item, 0));
    }
}

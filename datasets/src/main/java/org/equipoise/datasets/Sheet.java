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
    private final Map<Citation, Opened> opened;
    private boolean submitted;

    /// What stands for an item, and where it was written. What is sealed has a value only where it was opened.
    record Standing(ItemChange change, long seq, int ordinal, Map<Citation, Opened> opened) {
        Citation citation() {
            return new Citation(seq, ordinal);
        }

        /// Where it was written, and where it was opened.
        List<Source> sources() {
            Source written = new Source.Change(citation());
            return opening().map(opening -> List.of(written, opening.source())).orElseGet(() -> List.of(written));
        }

        Optional<String> value() {
            return change.sealed() == null
                    ? Optional.ofNullable(change.value())
                    : opening().map(Opened::value);
        }

        Optional<String> missing() {
            return change.sealed() != null && opening().isEmpty()
                    ? Optional.of("sealed")
                    : Optional.ofNullable(change.missing());
        }

        private Optional<Opened> opening() {
            return change.sealed() == null ? Optional.empty() : Optional.ofNullable(opened.get(citation()));
        }
    }

    /// The value of a sealed item, and where the reveal gives it.
    record Opened(String value, Source source) {}

    /// @param opened what the reveal opened, as far as the view may know it
    Sheet(FormPlan plan, Map<Citation, Opened> opened) {
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
            standing[place] = new Standing(change, seq, ordinal, opened);
        }
    }

    Optional<Standing> at(int place) {
        return Optional.ofNullable(standing[place]);
    }

    /// Where everything that stands was written.
    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (int place = 0; place < standing.length; place++) {
            at(place).map(Standing::sources).ifPresent(sources::addAll);
        }
        return sources;
    }

    Optional<Standing> of(String item) {
        return at(plan.place(item, 0));
    }
}

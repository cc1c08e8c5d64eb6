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
    private static final String SEALED = "sealed";

    private final FormPlan plan;
    private final @Nullable Standing[] standing;
    private boolean submitted;

    /// What stands for an item, where it was written, and what the reveal says of a sealed value.
    record Standing(
            ItemChange change,
            long seq,
            int ordinal,
            @Nullable Opened opened) {
        @Nullable
        String value() {
            return opened != null ? opened.value() : change.value();
        }

        /// Why there is no value to read.
        @Nullable
        String missing() {
            return change.sealed() != null && opened == null ? SEALED : change.missing();
        }

        Citation citation() {
            return new Citation(seq, ordinal);
        }

        List<Source> sources() {
            Source written = new Source.Change(citation());
            return opened == null ? List.of(written) : List.of(written, opened.source());
        }
    }

    /// The value of a sealed item, and the event that opened it.
    record Opened(String value, Source source) {}

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
            standing[place] = new Standing(change, seq, ordinal, null);
        }
    }

    void open(Map<Citation, Opened> opened) {
        for (int place = 0; place < standing.length; place++) {
            Standing now = standing[place];
            if (now != null && now.change().sealed() != null) {
                standing[place] = new Standing(now.change(), now.seq(), now.ordinal(), opened.get(now.citation()));
            }
        }
    }

    /// Where everything that stands was written.
    List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (int place = 0; place < standing.length; place++) {
            at(place).map(Standing::sources).ifPresent(sources::addAll);
        }
        return sources;
    }

    Optional<Standing> at(int place) {
        return Optional.ofNullable(standing[place]);
    }

    Optional<Standing> of(String item) {
        return at(plan.place(item, 0));
    }
}

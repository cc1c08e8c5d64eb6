package org.equipoise.conduct.state;

import java.util.Objects;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.jspecify.annotations.Nullable;

/// A form at a visit, or an entry of a log, as it stands: what was submitted and the corrections since. Nothing is
/// copied: a page is the event that last wrote on it, and the page it wrote on.
public final class Page {
    private final FormEvent written;
    private final long seq;
    private final @Nullable Page before;

    private Page(FormEvent written, long seq, @Nullable Page before) {
        this.written = written;
        this.seq = seq;
        this.before = before;
    }

    static Page after(@Nullable Page before, FormEvent event, long seq) {
        boolean correction = event instanceof FormEvent.FormCorrected;
        if (correction == (before == null)) {
            throw new IllegalStateException(event.form() + " of " + event.encounter()
                    + (correction ? " cannot be corrected before it is submitted" : " is submitted already"));
        }
        return new Page(event, seq, before);
    }

    public String form() {
        return written.form();
    }

    public String encounter() {
        return written.encounter();
    }

    /// The number of the entry, 0 at a visit.
    public int entry() {
        return written.entry();
    }

    /// The event that last wrote on the page.
    public long seq() {
        return seq;
    }

    /// What now stands for an item; null where nothing was written. Changes mostly come in the order of the form, so
    /// one place is tried first.
    public @Nullable ItemChange standing(String item, int likely) {
        for (Page page = this; page != null; page = page.before) {
            ItemChange change = page.written(item, likely);
            if (change != null) {
                return change;
            }
        }
        return null;
    }

    /// The event that last wrote on an item; 0 where nothing was written.
    public long changedAt(String item) {
        for (Page page = this; page != null; page = page.before) {
            if (page.written(item, 0) != null) {
                return page.seq;
            }
        }
        return 0;
    }

    private @Nullable ItemChange written(String item, int likely) {
        var changes = written.changes();
        if (likely < changes.size() && changes.get(likely).item().equals(item)) {
            return changes.get(likely);
        }
        for (int place = 0; place < changes.size(); place++) {
            if (changes.get(place).item().equals(item)) {
                return changes.get(place);
            }
        }
        return null;
    }

    /// A page is the same where the same events wrote on it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page page
                && seq == page.seq
                && written.equals(page.written)
                && Objects.equals(before, page.before);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }
}

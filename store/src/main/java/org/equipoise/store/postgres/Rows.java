package org.equipoise.store.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// What a batch of events writes into the projections. Of what is written more than once, the last stands.
record Rows(
        Collection<Object[]> entering,
        Collection<Object[]> moving,
        Collection<Object[]> recorded,
        Collection<Object[]> opened,
        Collection<Object[]> asked,
        Collection<Object[]> settled) {

    static Rows of(Collection<JournalledEvent> events) {
        Batch batch = new Batch();
        events.forEach(batch::add);
        return new Rows(
                batch.entering,
                batch.moving.values(),
                batch.recorded.values(),
                batch.opened,
                batch.asked,
                batch.settled.values());
    }

    private static final class Batch {
        private final List<Object[]> entering = new ArrayList<>();
        private final Map<List<Object>, Object[]> moving = new LinkedHashMap<>();
        private final Map<List<Object>, Object[]> recorded = new LinkedHashMap<>();
        private final List<Object[]> opened = new ArrayList<>();
        private final List<Object[]> asked = new ArrayList<>();
        private final Map<List<Object>, Object[]> settled = new LinkedHashMap<>();

        void add(JournalledEvent journalled) {
            long seq = journalled.seq();
            switch (journalled.event()) {
                case ConsentGiven(var id, var site, var date, var _) ->
                    entering.add(new Object[] {text(id.text()), text(site), date.toString(), "IN_SCREENING", seq});
                case ConsentWithdrawn withdrawn -> move(withdrawn.participant(), "CONSENT_WITHDRAWN", seq);
                case EligibilityConfirmed confirmed -> move(confirmed.participant(), "ELIGIBLE", seq);
                case ScreeningFailed failed -> move(failed.participant(), "SCREENING_FAILED", seq);
                case ParticipantRandomized randomized -> move(randomized.participant(), "RANDOMIZED", seq);
                case ParticipantCompleted completed -> move(completed.participant(), "COMPLETED", seq);
                case ParticipantDiscontinued discontinued -> move(discontinued.participant(), "DISCONTINUED", seq);
                case FormEvent form -> record(form, seq);
                case SealedItemsOpened(var id, var items) -> items.forEach(item -> open(id, item));
                case QueryRaised raised -> ask(raised);
                case QueryAnswered answered -> settle(answered.participant(), answered.query(), "ANSWERED");
                case QueryClosed closed -> settle(closed.participant(), closed.query(), "CLOSED");
                default -> {}
            }
        }

        private void move(ParticipantId id, String standing, long seq) {
            moving.put(List.of(id), new Object[] {text(id.text()), standing, seq});
        }

        private void record(FormEvent form, long seq) {
            int ordinal = 0;
            for (ItemChange change : form.changes()) {
                List<Object> key =
                        List.of(form.participant(), form.encounter(), form.form(), form.entry(), change.item());
                recorded.put(key, new @Nullable Object[] {
                    text(form.participant().text()),
                    text(form.encounter()),
                    text(form.form()),
                    form.entry(),
                    text(change.item()),
                    text(change.value()),
                    text(change.missing()),
                    change.sealed() != null,
                    seq,
                    ++ordinal
                });
            }
        }

        private void open(ParticipantId id, OpenedItem item) {
            opened.add(new Object[] {text(id.text()), item.seq(), item.ordinal(), text(item.value())});
        }

        private void ask(QueryRaised raised) {
            asked.add(new Object[] {
                text(raised.participant().text()),
                raised.query(),
                text(raised.check()),
                text(raised.encounter()),
                text(raised.form()),
                raised.entry(),
                text(raised.to()),
                "OPEN"
            });
        }

        private void settle(ParticipantId id, int query, String stage) {
            settled.put(List.of(id, query), new Object[] {text(id.text()), query, stage});
        }

        /// PostgreSQL keeps every character of a text but the one of number 0, which the journal may have.
        private static @Nullable String text(@Nullable String text) {
            return text == null ? null : text.replace('\0', '\uFFFD');
        }
    }
}

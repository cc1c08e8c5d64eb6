package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.confidence.TextReader.Reading;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.form.Item;
import org.jspecify.annotations.Nullable;

/// One participant's form at one encounter, or one entry of a log: for each item the change that last wrote it.
final class Sheet {
    private final FormPlan plan;
    private final FormPlan asked;
    private final int version;
    private final @Nullable Standing[] standing;
    private final Map<Citation, Opened> opened;
    private final Reader reader;
    private final ParticipantId participant;
    private long submitted;

    /// What stands for an item, and where it was written. What is sealed has a value only where it was opened, and what
    /// is under the participant's key where the reader has it.
    record Standing(ItemChange change, long seq, int ordinal, Map<Citation, Opened> opened, Optional<Reading> words) {
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
                    ? words.flatMap(Reading::told).or(() -> Optional.ofNullable(change.value()))
                    : opening().map(Opened::value);
        }

        Optional<String> missing() {
            return change.sealed() != null && opening().isEmpty()
                    ? Optional.of("sealed")
                    : words.flatMap(Reading::absence).or(() -> Optional.ofNullable(change.missing()));
        }

        private Optional<Opened> opening() {
            return change.sealed() == null ? Optional.empty() : Optional.ofNullable(opened.get(citation()));
        }
    }

    /// The value of a sealed item, and where the reveal gives it.
    record Opened(String value, Source source) {}

    /// @param plan the form with whatever any version of the protocol has on it
    /// @param version the version under which it is filled in
    /// @param asked the form as that version has it
    /// @param opened what the reveal opened, as far as the view may know it
    /// @param reader who reads it
    Sheet(
            FormPlan plan,
            int version,
            FormPlan asked,
            Map<Citation, Opened> opened,
            Reader reader,
            ParticipantId participant) {
        this.plan = plan;
        this.version = version;
        this.asked = asked;
        this.opened = opened;
        this.reader = reader;
        this.participant = participant;
        this.standing = new @Nullable Standing[plan.items().size()];
    }

    FormPlan plan() {
        return plan;
    }

    void after(long seq, FormEvent event) {
        boolean correction = event instanceof FormEvent.FormCorrected;
        if (correction != submitted > 0) {
            throw new IllegalStateException("event " + seq
                    + (correction ? " corrects a form before it" : " submits a form after it") + " was submitted");
        }
        submitted = correction ? submitted : seq;
        int ordinal = 0;
        for (ItemChange change : event.changes()) {
            int place = plan.place(change.item(), ordinal);
            ordinal++;
            if (isRead(plan.items().get(place))) {
                standing[place] = new Standing(change, seq, ordinal, opened, words(change, seq, ordinal));
            }
        }
    }

    /// Whether the reader may read an item.
    boolean isRead(Item item) {
        return !item.identifying() || reader.readsIdentity();
    }

    private Optional<Reading> words(ItemChange change, long seq, int ordinal) {
        return Optional.ofNullable(change.confidential())
                .map(words -> reader.texts().read(participant, TextPlace.of(new Citation(seq, ordinal)), words));
    }

    /// Why nothing stands for an item that the form never asked: it came with another version of the protocol.
    Optional<String> notAsked(String item) {
        return asked.asks(item) || of(item).isPresent() || !isRead(plan.items().get(plan.place(item, 0)))
                ? Optional.empty()
                : Optional.of("not asked in version " + version);
    }

    /// The event that submitted it.
    Source submission() {
        return new Source.Event(submitted);
    }

    /// The type by which an item is read: that of the version under which it was asked.
    ItemType type(String item) {
        return asked.asks(item) ? asked.type(item) : plan.type(item);
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

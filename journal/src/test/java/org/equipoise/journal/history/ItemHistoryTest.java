package org.equipoise.journal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.junit.jupiter.api.Test;

class ItemHistoryTest {
    private static final ParticipantId ANNA = new ParticipantId("S01-0001");
    private static final ParticipantId BO = new ParticipantId("S01-0002");
    private static final ItemChange RASH = new ItemChange("rash", "no", null);

    private static final List<JournalledEvent> EVENTS = List.of(
            at(1, "nurse", new FormSubmitted(ANNA, "week-2", "activity", List.of(RASH, item("c3", "0.9")))),
            at(2, "nurse", new FormSubmitted(ANNA, "week-4", "activity", List.of(item("c3", "0.8")))),
            at(3, "nurse", new FormSubmitted(BO, "week-2", "activity", List.of(item("c3", "0.7")))),
            at(4, "nurse", new FormSubmitted(ANNA, "week-2", "labs", List.of(item("c3", "0.6")))),
            at(
                    5,
                    "monitor",
                    new FormCorrected(ANNA, "week-2", "activity", words("haemolysed"), List.of(missing("c3")))),
            at(6, "monitor", new FormCorrected(ANNA, "week-2", "activity", words("wrong box"), List.of(RASH))),
            at(
                    7,
                    "nurse",
                    new FormCorrected(ANNA, "week-2", "activity", words("new tube"), List.of(RASH, item("c3", "1.0")))),
            at(8, "manager", new StudyLocked("locked")));

    @Test
    void an_items_history_is_every_change_of_it_with_who_when_and_why() {
        var history = ItemHistory.of(EVENTS, ANNA, "week-2", new ItemName("activity", "c3"));
        assertThat(history.steps())
                .containsExactly(
                        new ItemHistory.Step(new Citation(1, 2), 10, actor("nurse"), "0.9", null, null, null, null),
                        new ItemHistory.Step(
                                new Citation(5, 1),
                                50,
                                actor("monitor"),
                                null,
                                "not-done",
                                null,
                                null,
                                words("haemolysed")),
                        new ItemHistory.Step(
                                new Citation(7, 2), 70, actor("nurse"), "1.0", null, null, null, words("new tube")));
        assertThat(history.participant()).isEqualTo(ANNA);
        assertThat(history.encounter()).isEqualTo("week-2");
    }

    @Test
    void an_entry_of_a_log_has_a_history_of_its_own() {
        var events = List.of(
                at(1, "nurse", new FormSubmitted(ANNA, "log", "harm", 1, List.of(item("term", "fever")))),
                at(2, "nurse", new FormSubmitted(ANNA, "log", "harm", 2, List.of(item("term", "rash")))),
                at(
                        3,
                        "nurse",
                        new FormCorrected(ANNA, "log", "harm", 2, words("misread"), List.of(item("term", "itch")))));

        var history = ItemHistory.of(events, ANNA, "log", 2, new ItemName("harm", "term"));

        assertThat(history.entry()).isEqualTo(2);
        assertThat(history.steps()).extracting(ItemHistory.Step::value).containsExactly("rash", "itch");
    }

    @Test
    void a_sealed_value_is_ciphertext_until_it_is_opened() {
        var first = new ItemChange("cells", new Sealed("aa"));
        var second = new ItemChange("cells", new Sealed("bb"));
        List<JournalledEvent> events = new ArrayList<>(List.of(
                at(1, "nurse", new FormSubmitted(ANNA, "week-2", "blood", List.of(RASH, first))),
                at(2, "nurse", new FormCorrected(ANNA, "week-2", "blood", words("misread"), List.of(second)))));
        var name = new ItemName("blood", "cells");

        assertThat(ItemHistory.of(events, ANNA, "week-2", name).steps())
                .extracting(ItemHistory.Step::value, ItemHistory.Step::sealed)
                .containsExactly(tuple(null, new Sealed("aa")), tuple(null, new Sealed("bb")));

        events.add(at(3, "vault", new SealedItemsOpened(BO, List.of(new OpenedItem(1, 2, "another's")))));
        events.add(at(
                4,
                "vault",
                new SealedItemsOpened(ANNA, List.of(new OpenedItem(1, 2, "7.5"), new OpenedItem(2, 1, "8.0")))));

        assertThat(ItemHistory.of(events, ANNA, "week-2", name).steps())
                .extracting(ItemHistory.Step::value, ItemHistory.Step::sealed)
                .containsExactly(tuple("7.5", new Sealed("aa")), tuple("8.0", new Sealed("bb")));
    }

    @Test
    void an_item_nobody_touched_has_no_history() {
        assertThat(ItemHistory.of(EVENTS, BO, "week-4", new ItemName("activity", "c3"))
                        .steps())
                .isEmpty();
    }

    @Test
    void a_citation_is_printed_as_event_and_place() {
        assertThat(new Citation(412, 3)).hasToString("412.3");
        assertThat(new Citation(9, 10)).isGreaterThan(new Citation(9, 9)).isLessThan(new Citation(10, 1));
        assertThatThrownBy(() -> new Citation(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Citation(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ItemChange item(String name, String value) {
        return new ItemChange(name, value, null);
    }

    private static ItemChange missing(String name) {
        return new ItemChange(name, null, "not-done");
    }

    /// Any ciphertext will do.
    private static Confidential words(String text) {
        return Confidential.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JournalledEvent at(long seq, String id, TrialEvent event) {
        return new JournalledEvent(seq, 10 * seq, actor(id), "c" + seq, 0, event);
    }

    private static Actor actor(String id) {
        return new Actor(id, "staff");
    }
}

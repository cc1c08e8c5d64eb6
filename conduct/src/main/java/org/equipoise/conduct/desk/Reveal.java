package org.equipoise.conduct.desk;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.journal.event.AllocationEvent;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;

/// Everything the vault hid, opened: the treatments, and the sealed items of each participant who has any.
public record Reveal(TreatmentsRevealed treatments, List<SealedItemsOpened> items) {
    public Reveal {
        items = List.copyOf(items);
    }

    /// In the order in which they are journalled.
    public List<AllocationEvent> events() {
        List<AllocationEvent> events = new ArrayList<>();
        events.add(treatments);
        events.addAll(items);
        return events;
    }
}

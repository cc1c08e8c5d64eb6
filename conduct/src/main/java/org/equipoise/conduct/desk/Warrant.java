package org.equipoise.conduct.desk;

import java.util.List;
import org.equipoise.journal.event.JournalledEvent;

/// By what everything is opened: who asks and why, the event that locked the study, and those by which it was
/// authorised. It brings what is to be opened beside the treatments.
public record Warrant(
        String authorizedBy,
        String reason,
        JournalledEvent lock,
        List<JournalledEvent> authorizations,
        List<SealedItem> items) {
    public Warrant {
        authorizations = List.copyOf(authorizations);
        items = List.copyOf(items);
    }
}

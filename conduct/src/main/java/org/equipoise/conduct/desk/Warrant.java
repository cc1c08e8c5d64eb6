package org.equipoise.conduct.desk;

import java.util.List;
import org.equipoise.journal.event.JournalledEvent;

/// By what everything is opened: who asks and why, the event that locked the study, and those by which it was
/// authorised.
public record Warrant(
        String authorizedBy, String reason, JournalledEvent lock, List<JournalledEvent> authorizations) {
    public Warrant {
        authorizations = List.copyOf(authorizations);
    }
}

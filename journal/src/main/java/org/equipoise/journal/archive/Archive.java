package org.equipoise.journal.archive;

import java.util.List;
import org.equipoise.journal.store.Journal;

/// What a verified archive holds.
public record Archive(String study, List<ProtocolVersion> protocols, Journal journal) {
    public Archive {
        protocols = List.copyOf(protocols);
    }
}

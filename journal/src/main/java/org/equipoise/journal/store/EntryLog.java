package org.equipoise.journal.store;

import java.util.List;
import org.equipoise.language.identity.Digest;

/// Entries kept for ever in their order, for whoever must remember apart from the study's journal: the vault.
public interface EntryLog {

    /// Adds an entry at the end. Once this returns it is kept, whatever happens to the program or the machine.
    ///
    /// @throws JournalUnavailable if it is not known whether it was kept; open the log again, which says
    void append(byte[] entry);

    List<byte[]> entries();

    /// How many there are.
    int size();

    /// The root of the Merkle tree over all entries.
    Digest root();
}

package org.equipoise.allocation.spec;

import java.util.List;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.language.identity.Digest;

/// A log on a machine that goes off when it holds so many entries.
///
/// @param keepsLast whether the last entry is kept although nobody is told so
record Unsteady(EntryLog log, int until, boolean keepsLast) implements EntryLog {

    static final class SwitchedOff extends RuntimeException {
        private static final long serialVersionUID = 1;

        SwitchedOff() {
            super("switched off");
        }
    }

    @Override
    public void append(byte[] entry) {
        int size = log.size();
        if (size >= until) {
            if (keepsLast && size == until) {
                log.append(entry);
            }
            throw new SwitchedOff();
        }
        log.append(entry);
    }

    @Override
    public List<byte[]> entries() {
        return log.entries();
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public Digest root() {
        return log.root();
    }
}

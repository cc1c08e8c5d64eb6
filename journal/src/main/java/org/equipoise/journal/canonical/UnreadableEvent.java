package org.equipoise.journal.canonical;

/// Bytes that are no event this version of the platform knows: not canonical, an unknown name or version, or
/// another shape than that name and version have.
public final class UnreadableEvent extends Unreadable {
    UnreadableEvent(String where, String why) {
        super(where, why);
    }
}

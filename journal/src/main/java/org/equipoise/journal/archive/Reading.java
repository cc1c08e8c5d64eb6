package org.equipoise.journal.archive;

/// What reading an archive came to.
public sealed interface Reading {

    /// Every byte is accounted for.
    record Verified(Archive archive) implements Reading {}

    /// The first fault: where it stands (`event 412`, `manifest`) and what is wrong there.
    record Rejected(String where, String why) implements Reading {}
}

package org.equipoise.journal.store;

import org.equipoise.journal.event.JournalledEvent;

/// A journal from which an event can be taken.
abstract class ForgetfulJournal implements Journal {
    abstract void deleteEvent(JournalledEvent event);
}

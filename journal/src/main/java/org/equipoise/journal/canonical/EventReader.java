package org.equipoise.journal.canonical;

import org.equipoise.journal.event.TrialEvent;

/// Reads the body of one event of one version as the event we know today.
///
/// For a version that was left behind: read the shape it had with a [RecordShape] of its own record, and build
/// today's event from it.
@FunctionalInterface
interface EventReader {
    TrialEvent read(ShapeReader body);
}

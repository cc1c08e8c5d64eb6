/// A study's journal as one signed file (docs/reference/journal-format.md): protocol versions, events,
/// manifest, signature. App writes it after a rehearsal or a milestone and reads it back; the stand-alone
/// verifier shares no code.
@NullMarked
package org.equipoise.journal.archive;

import org.jspecify.annotations.NullMarked;

/// Where events are kept: added at the end, read for ever; nothing updates, nothing deletes. Conduct's
/// sequencer appends; datasets, the archive and everyone's state read.
@NullMarked
package org.equipoise.journal.store;

import org.jspecify.annotations.NullMarked;

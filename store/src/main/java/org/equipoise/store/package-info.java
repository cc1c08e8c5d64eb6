/// Where a trial is kept for ever: a PostgreSQL of its own, or any other by URL. App opens a [Database] and journals in
/// it; conduct's sequencer appends to these.
@NullMarked
package org.equipoise.store;

import org.jspecify.annotations.NullMarked;

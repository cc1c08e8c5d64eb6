/// The journal in PostgreSQL: appended by one writer, fenced by epochs, with projections in the same transaction.
/// [org.equipoise.store.Database] opens it; conduct's sequencer appends through the journal's own interface.
@NullMarked
package org.equipoise.store.postgres;

import org.jspecify.annotations.NullMarked;

/// What a reader of the record may know about treatments: nothing, or what a journalled reveal made known.
/// Datasets and analysis are handed a view; nobody can make a revealed one without the event.
@NullMarked
package org.equipoise.journal.treatment;

import org.jspecify.annotations.NullMarked;

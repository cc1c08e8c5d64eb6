/// The life of one value: who entered it, when, what it was before and why it changed. Datasets and the screens
/// that show an audit trail ask for it; a citation leads back to the event.
@NullMarked
package org.equipoise.journal.history;

import org.jspecify.annotations.NullMarked;

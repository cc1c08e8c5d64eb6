/// What the journal says of itself while it grows: signed checkpoints, kept by a witness who is somebody else, and
/// proofs that an event is in one, or that one grew out of another (docs/reference/journal-format.md). App wires the
/// witness and the clock; receipts and proofs go to whoever doubts.
@NullMarked
package org.equipoise.journal.checkpoint;

import org.jspecify.annotations.NullMarked;

/// A study that can be read, questioned as a whole: what contradicts itself, cannot be judged, is missing or nobody has
/// decided. The reader asks it last; what it finds goes where all findings go.
@NullMarked
package org.equipoise.protocol.scrutiny;

import org.jspecify.annotations.NullMarked;

/// Counter-based random streams: every draw is a pure function of a seed, three coordinates and a position.
///
/// Any room that needs chance may call; it names its stream, so that one more draw moves no other stream.
/// Draws go to randomisation procedures, virtual outcomes and resampling; the same bits on every machine.
@NullMarked
package org.equipoise.statistics.random;

import org.jspecify.annotations.NullMarked;

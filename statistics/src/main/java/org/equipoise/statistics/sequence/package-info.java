/// Randomisation procedures as pure sequences over group indices 0 .. k - 1.
///
/// The room that owns the lists calls, with a stream of its own and its own meaning for each index;
/// the sequence goes back to it and nowhere else.
@NullMarked
package org.equipoise.statistics.sequence;

import org.jspecify.annotations.NullMarked;

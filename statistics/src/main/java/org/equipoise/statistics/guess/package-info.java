/// How well the units of two groups guess their group: indices of such guesses.
///
/// Analysis calls with counts of guesses; how well a measured value tells groups apart is asked of `rank`.
@NullMarked
package org.equipoise.statistics.guess;

import org.jspecify.annotations.NullMarked;

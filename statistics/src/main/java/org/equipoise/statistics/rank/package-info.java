/// Two samples compared by order alone: rank-sum test, shift of medians, and how well one value tells groups apart.
///
/// Analysis calls with samples; an `Answer` goes back.
@NullMarked
package org.equipoise.statistics.rank;

import org.jspecify.annotations.NullMarked;

/// Differences of means: two independent groups, or several groups adjusted for one factor.
///
/// Analysis and rehearsal ask with values; an `Answer` goes back with estimate, standard error, interval and test.
@NullMarked
package org.equipoise.statistics.mean;

import org.jspecify.annotations.NullMarked;

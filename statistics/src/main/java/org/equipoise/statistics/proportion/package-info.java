/// Proportions and their differences: Wilson, Cochran-Mantel-Haenszel, Miettinen-Nurminen.
///
/// Analysis and rehearsal ask with counts; an `Answer` goes back, in which test and interval agree.
@NullMarked
package org.equipoise.statistics.proportion;

import org.jspecify.annotations.NullMarked;

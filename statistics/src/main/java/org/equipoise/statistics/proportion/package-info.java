/// Proportions and how two of them differ: intervals, tests by name, stratified tests, exact power.
///
/// Analysis and rehearsal ask with counts; an `Answer` goes back. In `StratifiedTwoByTwo` test and interval agree.
@NullMarked
package org.equipoise.statistics.proportion;

import org.jspecify.annotations.NullMarked;

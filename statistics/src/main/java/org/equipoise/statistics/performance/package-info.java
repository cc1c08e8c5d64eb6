/// What a design does when it is repeated many times: bias, coverage, power and the rest, with their Monte Carlo
/// errors.
///
/// Rehearsal adds one repetition after another, in constant memory; reports read the figures.
@NullMarked
package org.equipoise.statistics.performance;

import org.jspecify.annotations.NullMarked;

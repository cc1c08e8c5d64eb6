/// Re-randomisation: the groups are drawn again as they were drawn, and the observed statistic is placed among those.
///
/// Analysis calls with the units in the order of allocation, the procedure and a stream of its own; a `MonteCarloP`
/// goes back.
@NullMarked
package org.equipoise.statistics.rerandomization;

import org.jspecify.annotations.NullMarked;

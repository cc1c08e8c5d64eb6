/// What conclusions rest on where some responses are unknown: all ways to fill them in, or random ones, pooled.
///
/// Analysis calls with counts by stratum and group; the main analysis and its answer stay where they are.
@NullMarked
package org.equipoise.statistics.missing;

import org.jspecify.annotations.NullMarked;

/// Watching a rate while units accrue: when to stop, and how likely that is.
///
/// Analysis and rehearsal call with counts and looks; a boundary or a probability goes back.
@NullMarked
package org.equipoise.statistics.monitoring;

import org.jspecify.annotations.NullMarked;

/// Where the trial and each participant stand: states as types, folded from the journal, and the case book of what was
/// recorded.
/// Deciders read them; only folding an event moves them.
@NullMarked
package org.equipoise.conduct.state;

import org.jspecify.annotations.NullMarked;

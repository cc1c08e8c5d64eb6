/// Where a participant stands: states as types, folded from the journal, and the case book of what was recorded.
@NullMarked
package org.equipoise.conduct.participant;

import org.jspecify.annotations.NullMarked;

/// The one place where commands become events: decides on the current state, stamps, appends, folds.
@NullMarked
package org.equipoise.conduct.sequencer;

import org.jspecify.annotations.NullMarked;

/// Wiring a rehearsed trial: the vault with its secrets, conduct's door, nature, the journal. The only place that knows
/// the vault and the
/// rehearsal at once.
@NullMarked
package org.equipoise.app.staging;

import org.jspecify.annotations.NullMarked;

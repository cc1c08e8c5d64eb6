/// What the trial is: arms, schedule of activities, regimen, randomisation. Values only; made by the readers, used
/// by conduct, allocation and rehearsal.
@NullMarked
package org.equipoise.protocol.design;

import org.jspecify.annotations.NullMarked;

/// Everything a person (or a virtual one) may ask of the trial: the one door. Web, rehearsal and inbound data make
/// commands and hand
/// them to the sequencer.
@NullMarked
package org.equipoise.conduct.command;

import org.jspecify.annotations.NullMarked;

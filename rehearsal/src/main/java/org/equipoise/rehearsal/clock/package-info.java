/// A clock without waiting: what is to happen, in the order of time, participant and step.
@NullMarked
package org.equipoise.rehearsal.clock;

import org.jspecify.annotations.NullMarked;

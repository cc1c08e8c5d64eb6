/// Initial value problems y' = f(t, y), solved with steps that adapt to a tolerance.
///
/// Any room with something that moves may call; it knows when its right-hand side jumps, advances exactly to that
/// time and restarts there. The same bits on every machine: plain arithmetic and square roots.
@NullMarked
package org.equipoise.statistics.ode;

import org.jspecify.annotations.NullMarked;

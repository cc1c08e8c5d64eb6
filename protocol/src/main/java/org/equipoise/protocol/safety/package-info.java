/// How harm is graded, watched and reported. Conduct starts the clocks; the analysis grades and counts.
@NullMarked
package org.equipoise.protocol.safety;

import org.jspecify.annotations.NullMarked;

/// Reads the golden cases of `reference/` for the tests of this room.
@NullMarked
package org.equipoise.statistics;

import org.jspecify.annotations.NullMarked;

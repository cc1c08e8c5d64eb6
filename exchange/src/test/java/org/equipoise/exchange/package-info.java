/// Sources from elsewhere against what was written down about them.
@NullMarked
package org.equipoise.exchange;

import org.jspecify.annotations.NullMarked;

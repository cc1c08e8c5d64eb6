/// What one guard is tried on.
@NullMarked
package org.equipoise.offender;

import org.jspecify.annotations.NullMarked;

/// Edit checks: when what was written on a form is questioned.
@NullMarked
package org.equipoise.protocol.check;

import org.jspecify.annotations.NullMarked;

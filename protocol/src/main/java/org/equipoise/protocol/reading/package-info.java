/// Reads a study folder into a [Study], or says what is wrong with it. The command line and every test start here.
@NullMarked
package org.equipoise.protocol.reading;

import org.jspecify.annotations.NullMarked;

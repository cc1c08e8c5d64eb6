/// The forms people fill in: items with types, and the scores derived from them. Used wherever values are entered or
/// read.
@NullMarked
package org.equipoise.protocol.form;

import org.jspecify.annotations.NullMarked;

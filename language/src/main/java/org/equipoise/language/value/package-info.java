/// Values as they stand on a form: decimals with units, partial dates, codes, and the answers a form can give about
/// them
/// (known, bounded, unknown). Every room may use them; nothing here knows a trial.
@NullMarked
package org.equipoise.language.value;

import org.jspecify.annotations.NullMarked;

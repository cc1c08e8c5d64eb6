/// How an arm is hidden: real encryption for trials, an ideal one for the proof of blinding. Only this room seals and
/// opens.
@NullMarked
package org.equipoise.allocation.sealing;

import org.jspecify.annotations.NullMarked;

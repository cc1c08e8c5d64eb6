/// How an arm is hidden: real encryption for trials, an ideal one for the proof of blinding. App chooses which; only
/// the vault seals, and what it seals goes into the journal.
@NullMarked
package org.equipoise.allocation.sealing;

import org.jspecify.annotations.NullMarked;

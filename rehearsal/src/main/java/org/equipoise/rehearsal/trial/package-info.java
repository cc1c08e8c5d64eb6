/// Rehearsing a trial from opening to reveal, and many trials for what a design can do. App starts it; analysis answers
/// it.
@NullMarked
package org.equipoise.rehearsal.trial;

import org.jspecify.annotations.NullMarked;

/// Virtual participants and the virtual staff who look after them. They know conduct's commands and nothing behind
/// them.
@NullMarked
package org.equipoise.rehearsal.people;

import org.jspecify.annotations.NullMarked;

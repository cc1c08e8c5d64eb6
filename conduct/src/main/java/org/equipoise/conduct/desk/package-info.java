/// The ports behind which allocation sits: who was allocated stays unseen here.
@NullMarked
package org.equipoise.conduct.desk;

import org.jspecify.annotations.NullMarked;

/// What a rehearsal assumes: the model, effects, behaviour of people, each with its source. Read from rehearsal.yaml.
@NullMarked
package org.equipoise.rehearsal.plan;

import org.jspecify.annotations.NullMarked;

/// What one version of a study changes against another, in words, and what follows for consent and for what is
/// recorded. Reads two study folders; rehearsal replays a record under the second.
@NullMarked
package org.equipoise.protocol.amendment;

import org.jspecify.annotations.NullMarked;

/// What is recorded, judged by a proposed version of the protocol. Reads and decides nothing; rehearsal tells what
/// would be different.
@NullMarked
package org.equipoise.conduct.amendment;

import org.jspecify.annotations.NullMarked;

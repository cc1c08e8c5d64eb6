/// What is contradictory, ambiguous or missing in a source: each with its place, its reason and the way out. Reads
/// outlines; draft writes each doubt where it must be decided.
@NullMarked
package org.equipoise.exchange.doubt;

import org.jspecify.annotations.NullMarked;

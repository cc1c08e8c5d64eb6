/// Study folders drafted from an outline or from a few answers. What cannot be drafted is written as undecided; the
/// reader of a study turns that into findings.
@NullMarked
package org.equipoise.exchange.draft;

import org.jspecify.annotations.NullMarked;

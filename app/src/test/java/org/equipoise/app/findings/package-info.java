/// What a rehearsal finds, and the manual's pages of everything that is found.
@NullMarked
package org.equipoise.app.findings;

import org.jspecify.annotations.NullMarked;

/// The proof that people's data are apart: what was said of somebody is nowhere but under their key, and nowhere at all
/// once it is erased.
@NullMarked
package org.equipoise.app.privacy;

import org.jspecify.annotations.NullMarked;

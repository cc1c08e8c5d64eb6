/// Logs in files.
@NullMarked
package org.equipoise.store.log;

import org.jspecify.annotations.NullMarked;

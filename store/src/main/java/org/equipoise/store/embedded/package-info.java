/// A real PostgreSQL, started by the program in a folder of its own. [org.equipoise.store.Database] starts it and asks
/// for its logins.
@NullMarked
package org.equipoise.store.embedded;

import org.jspecify.annotations.NullMarked;

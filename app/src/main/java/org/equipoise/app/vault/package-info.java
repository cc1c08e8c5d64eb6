/// A vault as a program of its own: a socket of this machine at which it answers, and the line along which it is asked.
/// Only the commands use it; what is said along the line is allocation's.
@NullMarked
package org.equipoise.app.vault;

import org.jspecify.annotations.NullMarked;

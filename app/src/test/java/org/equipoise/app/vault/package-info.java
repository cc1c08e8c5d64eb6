/// A vault that is a program of another user, and the proof that what it knows is nowhere else.
@NullMarked
package org.equipoise.app.vault;

import org.jspecify.annotations.NullMarked;

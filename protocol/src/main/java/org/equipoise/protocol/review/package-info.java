/// What a study says, in words and in full, for the people who answer for it to read and sign. Made from what the
/// program has read, so that nothing the program does can be missing from it.
@NullMarked
package org.equipoise.protocol.review;

import org.jspecify.annotations.NullMarked;

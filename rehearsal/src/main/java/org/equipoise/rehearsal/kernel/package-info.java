/// The same trial without journal and conduct: persons and their lives as in `course`, answers as they finally stand,
/// endpoints, the test. For many trials; a test proves that its decisions are those of the trial in full.
@NullMarked
package org.equipoise.rehearsal.kernel;

import org.jspecify.annotations.NullMarked;

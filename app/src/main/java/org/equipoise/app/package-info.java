/// The front door: [Main] reads the command line, reads study folders from disk, wires the rooms together and
/// prints. Nothing depends on it.
@NullMarked
package org.equipoise.app;

import org.jspecify.annotations.NullMarked;

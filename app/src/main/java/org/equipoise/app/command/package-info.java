/// The verbs of the command line: data to standard output, progress to standard error, refusals as sentences with an
/// exit code.
@NullMarked
package org.equipoise.app.command;

import org.jspecify.annotations.NullMarked;

/// Example participants of a study: people made up to show what the protocol makes of them. Read from `participants/`,
/// walked through conduct's door, compared with what their author expects. The command line and the tests run them.
@NullMarked
package org.equipoise.rehearsal.example;

import org.jspecify.annotations.NullMarked;

/// Cases of findings as folders of data, for the tests of every room that finds something. `protocol/src/test/cases`
/// says how to write one.
@NullMarked
package org.equipoise.protocol.cases;

import org.jspecify.annotations.NullMarked;

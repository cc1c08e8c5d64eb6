/// The Unified Study Definitions Model of CDISC, version 4.0: an outline read from it, and a study written as it. Its
/// names are known here and nowhere else.
@NullMarked
package org.equipoise.exchange.usdm;

import org.jspecify.annotations.NullMarked;

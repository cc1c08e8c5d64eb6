/// The report of a trial: one HTML page that needs nothing else. The caller assembles a [ReportContent]; what it holds
/// is set in words and rounded here ([Composition]), and `src/main/jte/report.jte` lays it out.
/// The command line writes it beside the results; screens may show it.
@NullMarked
package org.equipoise.analysis.report;

import org.jspecify.annotations.NullMarked;

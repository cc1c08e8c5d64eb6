/// The answers: each planned analysis estimated from the data sets, who went where, what was given. A blinded view gets
/// pooled summaries only: no type here can carry an arm that was not revealed.
/// Rehearsal, the command line and the screens ask; results go into the report ([org.equipoise.analysis.report]) and,
/// as JSON, wherever the caller puts them.
@NullMarked
package org.equipoise.analysis;

import org.jspecify.annotations.NullMarked;

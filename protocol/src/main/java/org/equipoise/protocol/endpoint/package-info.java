/// What the trial asks and how it is answered: endpoints, estimands, analysis sets, analyses, tables, figures
/// ([AnalysisPlan]); and what was published of it. Datasets derive, analysis estimates and shows.
@NullMarked
package org.equipoise.protocol.endpoint;

import org.jspecify.annotations.NullMarked;

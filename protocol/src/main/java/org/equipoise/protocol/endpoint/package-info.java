/// What the trial asks and how it is answered: endpoints, estimands, analyses, tables. Datasets derive, analysis
/// estimates.
@NullMarked
package org.equipoise.protocol.endpoint;

import org.jspecify.annotations.NullMarked;

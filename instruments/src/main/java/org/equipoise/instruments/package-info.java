/// How we measure. An instrument is a folder of data on the class path, `<id>/<version>/instrument.yaml` with its
/// `vectors.csv`, named in `index.txt`; the Java here knows only kinds of scoring. Protocol asks which inputs a
/// scoring takes, conduct scores a form while it is filled in, datasets and analysis derive scores and responses.
/// Whoever holds a license that we do not plugs in a [LicensedScorer].
@NullMarked
package org.equipoise.instruments;

import org.jspecify.annotations.NullMarked;

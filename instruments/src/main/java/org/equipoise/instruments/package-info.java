/// How we measure. An instrument is a folder of data on the class path, `<id>/<version>/instrument.yaml` with its
/// `vectors.csv`, named in `index.txt`; the Java here knows only kinds of scoring. Protocol asks which inputs an
/// instrument takes, conduct scores a form while it is filled in, datasets and analysis derive scores and responses.
@NullMarked
package org.equipoise.instruments;

import org.jspecify.annotations.NullMarked;

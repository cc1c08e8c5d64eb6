/// What a table says of one sample: size, mean, standard deviation, quantiles; and how its numbers are rounded.
///
/// Analysis and the packages that compare means call; the results go into tables and further questions.
@NullMarked
package org.equipoise.statistics.summary;

import org.jspecify.annotations.NullMarked;

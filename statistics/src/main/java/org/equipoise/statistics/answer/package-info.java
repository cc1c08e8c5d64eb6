/// What a question about data is answered with: a value, its interval and its test, or why there is none.
///
/// The packages that ask (proportion, mean) make answers; analysis reads them into results and tables.
@NullMarked
package org.equipoise.statistics.answer;

import org.jspecify.annotations.NullMarked;

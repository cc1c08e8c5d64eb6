/// Studies spoilt on purpose, by the operators that a study's `mutations.yaml` lists: what is broken must be found by
/// `check`, what is merely doubtful must be seen on the page that people sign.
@NullMarked
package org.equipoise.app.mutation;

import org.jspecify.annotations.NullMarked;

/// The laws of the house (ARCHITECTURE.md) as tests, each with planted offenders that it must catch: in
/// `src/test/offenders`, compiled or built only by the tests here. Nothing else may use this package.
@NullMarked
package org.equipoise.app.house;

import org.jspecify.annotations.NullMarked;

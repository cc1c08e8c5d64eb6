/// The expressions a protocol is written in (criteria, checks, conditions): CEL's syntax, read and type-checked against
/// a
/// [Vocabulary], judged over answers so that what is not known stays unknown and names what would settle it.
/// The protocol room reads them; conduct judges them.
@NullMarked
package org.equipoise.language.expression;

import org.jspecify.annotations.NullMarked;

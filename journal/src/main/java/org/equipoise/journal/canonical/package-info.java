/// Events as bytes and back: RFC 8785 canonical form, the one form that is hashed, stored and archived. The
/// stores and the archive call it; nothing else should need the bytes of an event.
@NullMarked
package org.equipoise.journal.canonical;

import org.jspecify.annotations.NullMarked;

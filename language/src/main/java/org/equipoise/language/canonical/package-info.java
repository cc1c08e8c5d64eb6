/// Canonical bytes (RFC 8785): one value, one sequence of bytes, so that what is hashed or signed can be written again.
/// The protocol is hashed in this form and the journal holds its events in it.
@NullMarked
package org.equipoise.language.canonical;

import org.jspecify.annotations.NullMarked;

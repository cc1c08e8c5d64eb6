/// A study folder as text that remembers its lines: YAML read into nodes with their places, and checked against a JSON
/// Schema. Any room that reads a file of a study starts here.
@NullMarked
package org.equipoise.protocol.source;

import org.jspecify.annotations.NullMarked;

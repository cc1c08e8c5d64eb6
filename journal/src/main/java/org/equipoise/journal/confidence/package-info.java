/// People's own words and what identifies them, as ciphertext under a key of their own, so that erasing the key erases
/// the person while the tree still verifies. Conduct conceals; datasets read, where somebody lends them the keys; store
/// keeps the keys in a folder.
@NullMarked
package org.equipoise.journal.confidence;

import org.jspecify.annotations.NullMarked;

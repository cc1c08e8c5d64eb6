/// Why a command was declined, in words a nurse can read. Refusals are values; their texts stand in catalogues, English
/// and Chinese.
@NullMarked
package org.equipoise.conduct.refusal;

import org.jspecify.annotations.NullMarked;

/// Who may be randomised: criteria as conditions over items. Conduct judges them.
@NullMarked
package org.equipoise.protocol.eligibility;

import org.jspecify.annotations.NullMarked;

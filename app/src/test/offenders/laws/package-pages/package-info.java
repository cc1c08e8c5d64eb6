/// A page that goes on for too long and leaves out what matters.
///
///
///
///
///
///
///
///
package org.equipoise.conduct.longwinded;

// @NullMarked would have stood above.

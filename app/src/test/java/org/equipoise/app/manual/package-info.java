/// The manual holds: pages made from the schemas are current, and what the tutorial shows is what happens.
@NullMarked
package org.equipoise.app.manual;

import org.jspecify.annotations.NullMarked;

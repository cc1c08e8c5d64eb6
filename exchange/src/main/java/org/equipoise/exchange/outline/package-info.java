/// What a source from elsewhere says of a trial, each text with its place. Made by the readers of registry and usdm,
/// doubted in doubt, written as a study in draft.
@NullMarked
package org.equipoise.exchange.outline;

import org.jspecify.annotations.NullMarked;

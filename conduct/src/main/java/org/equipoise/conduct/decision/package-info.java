/// May this happen now? One decider a concept: protocol, state and command in, events or a refusal out. Eligibility is
/// decided in
/// [EligibilityDecider].
@NullMarked
package org.equipoise.conduct.decision;

import org.jspecify.annotations.NullMarked;

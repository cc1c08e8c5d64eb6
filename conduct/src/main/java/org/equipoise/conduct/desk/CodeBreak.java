package org.equipoise.conduct.desk;

import java.time.Instant;
import org.equipoise.language.identity.ParticipantId;

/// One participant's treatment was told in an emergency. What was told is not said.
///
/// @param to who was told
/// @param reason empty where the participant was erased
public record CodeBreak(ParticipantId participant, String to, String reason, Instant at) {}

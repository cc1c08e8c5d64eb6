package org.equipoise.conduct.desk;

import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// A value that the journal holds as ciphertext, with the place to which it is bound.
public record SealedItem(ParticipantId participant, Citation place, Sealed value) {}

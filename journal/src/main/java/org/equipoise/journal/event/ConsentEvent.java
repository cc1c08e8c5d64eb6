package org.equipoise.journal.event;

import java.time.LocalDate;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// What happens to a participant's consent. Giving it is how someone enters screening; it is given to the version
/// of the protocol in force, whose number the envelope carries.
public sealed interface ConsentEvent extends TrialEvent {

    record ConsentGiven(ParticipantId participant, String site, LocalDate date, String version)
            implements ConsentEvent {}

    /// A participant consented again: from here on the version in force applies.
    ///
    /// @param version of the text that was signed
    record ConsentRenewed(ParticipantId participant, LocalDate date, String version) implements ConsentEvent {}

    /// A participant took consent back.
    ///
    /// @param verbatim why, where the participant says so; nobody has to (ICH E6(R3) 2.8)
    record ConsentWithdrawn(
            ParticipantId participant,
            LocalDate date,
            @Nullable Confidential verbatim) implements ConsentEvent {}
}

package org.equipoise.conduct.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.protocol.design.Retention;

/// Erasing a person: not before the record has been kept for as long as the protocol in force says. The right to be
/// forgotten ends where the law obliges to keep (GDPR 17(3)), on whatever ground it is asked.
final class ErasureDecider {
    private ErasureDecider() {}

    /// @param now microseconds since 1970-01-01T00:00:00Z
    static Decision decide(Setting setting, long now, Command.EraseParticipant erasure) {
        TrialState state = setting.state();
        if (state.participant(erasure.participant()).isEmpty()) {
            return Decision.no(new Refusal.UnknownParticipant(erasure.participant()));
        }
        if (state.isErased(erasure.participant())) {
            return Decision.no(new Refusal.AlreadyErased(erasure.participant()));
        }
        if (!state.isLocked()) {
            return Decision.no(new Refusal.RecordStillKept());
        }
        Optional<Retention> retention = setting.study().retention();
        if (retention.isEmpty()) {
            return Decision.no(new Refusal.RetentionUndecided());
        }
        LocalDate until = retention.get().end(date(state.lockedAt()));
        return date(now).isBefore(until)
                ? Decision.no(new Refusal.RetentionNotOver(until))
                : Decision.that(new PersonErased(erasure.participant(), erasure.ground()));
    }

    private static LocalDate date(long microseconds) {
        return Instant.EPOCH
                .plus(microseconds, ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }
}

package org.equipoise.conduct.decision;

import java.util.Locale;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.language.identity.ParticipantId;

/// Giving, renewing and withdrawing consent. Identifiers follow the order of screening at the site: `S01-0007`.
final class ConsentDecider {
    private ConsentDecider() {}

    static Decision decide(Setting setting, Command.RecordConsent consent) {
        if (setting.study().sites().stream().noneMatch(site -> site.id().equals(consent.site()))) {
            return Decision.no(new Refusal.UnknownSite(consent.site()));
        }
        int next = setting.state().screenedAt(consent.site()) + 1;
        ParticipantId id = new ParticipantId(String.format(Locale.ROOT, "%s-%04d", consent.site(), next));
        setting.keys().make(id);
        return Decision.that(new ConsentGiven(id, consent.site(), consent.date(), consent.version()));
    }

    static Decision decide(Setting setting, Participant participant, Command.RenewConsent renewal) {
        if (participant instanceof Participant.Ended) {
            return Decision.no(new Refusal.ParticipationEnded(participant.id(), participant.standing()));
        }
        if (renewal.date().isBefore(participant.consented())) {
            return Decision.no(new Refusal.BeforeConsent(renewal.date(), participant.consented()));
        }
        return setting.state().waits(participant.id())
                ? Decision.that(new ConsentRenewed(participant.id(), renewal.date(), renewal.version()))
                : Decision.no(new Refusal.NothingToConsentTo(
                        participant.id(), setting.state().version(participant.id())));
    }

    static Decision decide(Setting setting, Participant participant, Command.WithdrawConsent withdrawal) {
        if (participant instanceof Participant.Ended) {
            return Decision.no(new Refusal.ParticipationEnded(participant.id(), participant.standing()));
        }
        if (withdrawal.date().isBefore(participant.consented())) {
            return Decision.no(new Refusal.BeforeConsent(withdrawal.date(), participant.consented()));
        }
        return OwnWords.of(withdrawal.verbatim())
                .decide(words -> Decision.that(new ConsentWithdrawn(
                        participant.id(), withdrawal.date(), words.concealed(setting, participant.id(), "verbatim"))));
    }
}

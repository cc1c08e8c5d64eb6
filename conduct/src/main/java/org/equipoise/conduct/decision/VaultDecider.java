package org.equipoise.conduct.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.Confidential;

/// What the journal takes over from the vault: how far its log has come, and what was told in an emergency while the
/// journal could not be asked.
final class VaultDecider {
    private VaultDecider() {}

    static VaultAnchored anchor(AllocationDesk desk) {
        VaultRoot now = desk.root();
        return new VaultAnchored(now.entries(), now.root());
    }

    static Decision takeOver(Setting setting) {
        List<TrialEvent> events = new ArrayList<>();
        int number = setting.state().codeBreaks() + 1;
        for (Optional<CodeBreak> next = setting.desk().codeBreak(number);
                next.isPresent();
                next = setting.desk().codeBreak(++number)) {
            events.add(broken(setting, setting.next() + events.size(), number, next.get()));
        }
        if (events.isEmpty()) {
            return Decision.no(new Refusal.NothingToTakeOver());
        }
        events.add(anchor(setting.desk()));
        return new Decision.Decided(events);
    }

    private static CodeBroken broken(Setting setting, long seq, int number, CodeBreak told) {
        long occurred = ChronoUnit.MICROS.between(Instant.EPOCH, told.at());
        Confidential reason = setting.keys()
                .find(told.participant())
                .map(key -> key.conceal(new TextPlace(seq, "reason"), told.reason()))
                .orElse(null);
        return new CodeBroken(told.participant(), number, told.to(), reason, occurred);
    }
}

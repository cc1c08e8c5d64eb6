package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.Query;
import org.equipoise.journal.event.StudyEvent.AllocationCommitted;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// Opening and locking.
final class StudyDecider {
    private StudyDecider() {}

    static Decision decide(Setting setting, Command.OpenStudy open) {
        Study study = setting.study();
        if (setting.state().isOpen()) {
            return Decision.no(new Refusal.StudyAlreadyOpen(study.id()));
        }
        List<TrialEvent> events = new ArrayList<>();
        events.add(new StudyOpened(study.id(), open.mode()));
        study.sites().forEach(site -> events.add(new SiteOpened(site.id(), site.utcOffset())));
        events.add(new ProtocolActivated(1, study.conduct().hash()));
        events.add(new AllocationCommitted(
                setting.desk().procedure(), setting.desk().commitment()));
        return new Decision.Decided(events);
    }

    /// Nobody may be left in the study: what is still to come could not be recorded.
    static Decision decide(Setting setting, Command.LockStudy lock) {
        List<ParticipantId> stillIn = setting.state().participants().stream()
                .filter(participant -> !(participant instanceof Participant.Ended))
                .map(Participant::id)
                .toList();
        if (!stillIn.isEmpty()) {
            return Decision.no(new Refusal.ParticipantsStillIn(stillIn));
        }
        List<Refusal.OpenQuery> open = lock.acceptingOpenQueries() ? List.of() : openQueries(setting);
        return open.isEmpty()
                ? Decision.that(VaultDecider.anchor(setting.desk()), new StudyLocked(lock.statement()))
                : Decision.no(new Refusal.QueriesOpen(open));
    }

    private static List<Refusal.OpenQuery> openQueries(Setting setting) {
        return setting.state().participants().stream()
                .flatMap(participant -> participant.book().queries().stream()
                        .filter(query -> query.stage() != Query.Stage.CLOSED)
                        .map(query -> new Refusal.OpenQuery(participant.id(), query.number())))
                .toList();
    }
}

package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.reading.Study;

/// Activating the next version of the protocol while the trial runs. What follows for each participant is decided here,
/// once, and journalled.
final class AmendmentDecider {
    private AmendmentDecider() {}

    static Decision decide(Setting setting, Command.ActivateAmendment command) {
        if (command.approval().isBlank()) {
            return Decision.no(new Refusal.ApprovalMissing());
        }
        Optional<Version> amended = setting.versions().find(command.protocol());
        if (amended.isEmpty()) {
            return Decision.no(new Refusal.ProtocolUnknown(command.protocol()));
        }
        Study study = amended.get().study();
        Takeover takeover = Takeover.of(setting.versions(), setting.state(), study);
        return takeover.refusal().map(Decision::no).orElseGet(() -> activated(setting, command, study, takeover));
    }

    private static Decision activated(
            Setting setting, Command.ActivateAmendment command, Study study, Takeover takeover) {
        int number = setting.state().protocol() + 1;
        Set<String> open = setting.versions().soFar().stream()
                .flatMap(version -> version.sites().stream())
                .map(Site::id)
                .collect(Collectors.toSet());
        List<TrialEvent> events = new ArrayList<>();
        events.add(new ProtocolActivated(number, study.conduct().hash()));
        study.sites().stream()
                .filter(site -> !open.contains(site.id()))
                .forEach(site -> events.add(new SiteOpened(site.id(), site.utcOffset())));
        events.add(new AmendmentActivated(number, command.approval(), takeover.following(), takeover.waiting()));
        return new Decision.Decided(events);
    }
}

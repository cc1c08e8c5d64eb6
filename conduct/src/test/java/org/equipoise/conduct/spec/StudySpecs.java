package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.COORDINATOR;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.CONSENT;

import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.StudyEvent.AllocationCommitted;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.SiteOpened;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.StudyEvent.StudyOpened;

/// Opening and locking.
final class StudySpecs {
    private static final StudyLocked LOCKED = new StudyLocked("All data are clean.");
    private static final VaultAnchored ANCHORED = new VaultAnchored(SpecDesk.ROOT.entries(), SpecDesk.ROOT.root());

    private StudySpecs() {}

    static List<Spec> specs() {
        return List.of(
                spec("Opening a study activates its protocol and binds the allocation")
                        .when(SPONSOR, new Command.OpenStudy(Mode.REHEARSAL))
                        .then(
                                new StudyOpened("pressure-dose", Mode.REHEARSAL),
                                new SiteOpened("A", "+00:00"),
                                new ProtocolActivated(1, Story.STUDY.conduct().hash()),
                                new AllocationCommitted("permuted-blocks/1", SpecDesk.COMMITMENT)),
                spec("A study is opened once")
                        .given(Story.open())
                        .when(SPONSOR, new Command.OpenStudy(Mode.REHEARSAL))
                        .refused(new Refusal.StudyAlreadyOpen("pressure-dose")),
                spec("Nothing happens before the study is open")
                        .when(COORDINATOR, new Command.RecordConsent("A", CONSENT, "1"))
                        .refused(new Refusal.StudyNotOpen()),
                spec("Each role has its own commands")
                        .given(Story.open())
                        .when(COORDINATOR, new Command.LockStudy("done"))
                        .refused(new Refusal.NotYourRole(COORDINATOR, Command.LockStudy.class)),
                spec("A study is locked when nobody is left in it")
                        .given(Story.completed())
                        .when(SPONSOR, new Command.LockStudy("All data are clean."))
                        .then(ANCHORED, LOCKED),
                spec("A study is not locked while someone is still in it")
                        .given(Story.randomized())
                        .when(SPONSOR, new Command.LockStudy("All data are clean."))
                        .refused(new Refusal.ParticipantsStillIn(List.of(ADA))),
                spec("After the lock nothing is recorded any more")
                        .given(Story.completed().and(LOCKED))
                        .when(COORDINATOR, new Command.RecordConsent("A", CONSENT, "1"))
                        .refused(new Refusal.StudyIsLocked()));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }
}

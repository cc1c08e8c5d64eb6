package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.command.Role.STATISTICIAN;
import static org.equipoise.conduct.spec.Story.ADA;

import java.util.EnumSet;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.language.identity.Digest;

/// What comes out of the vault: everything, when two people have authorised it, and what it told in an emergency.
final class VaultSpecs {
    private static final Story.Past LOCKED =
            Story.completed().and(new StudyLocked("All data are clean.")).as("the study is locked");
    private static final Digest LOCK = EventCodec.leaf(new JournalledEvent(
            LOCKED.events().size(),
            0,
            new Actor("someone", "SPONSOR"),
            "given " + (LOCKED.events().size() - 1),
            1,
            LOCKED.events().getLast()));
    private static final Digest PLAN = Story.STUDY.plan().hash();
    private static final Digest MINUTES = new Digest("3d".repeat(32));
    private static final Digest OTHER = new Digest("0a".repeat(32));
    private static final RevealAuthorized YES = new RevealAuthorized(LOCK, MINUTES, PLAN);
    private static final Command REVEAL = new Command.RevealTreatments("analysis");
    private static final TreatmentsRevealed REVEALED =
            new TreatmentsRevealed("someone", "analysis", "{}", List.of(), List.of());

    private VaultSpecs() {}

    static List<Spec> specs() {
        return List.of(
                spec("The reveal is authorised after the lock, by what was locked, reviewed and planned")
                        .given(LOCKED)
                        .when(STATISTICIAN, authorize(LOCK, PLAN))
                        .then(YES),
                spec("Nobody authorises it before the lock")
                        .given(Story.completed())
                        .when(STATISTICIAN, authorize(LOCK, PLAN))
                        .refused(new Refusal.StudyNotLocked()),
                spec("Who authorises it must have looked at this lock")
                        .given(LOCKED)
                        .when(SPONSOR, authorize(OTHER, PLAN))
                        .refused(new Refusal.AnotherLock(OTHER, LOCK)),
                spec("and at the analysis plan in force")
                        .given(LOCKED)
                        .when(SPONSOR, authorize(LOCK, OTHER))
                        .refused(new Refusal.AnotherPlan(OTHER, PLAN)),
                spec("An investigator does not authorise it")
                        .given(LOCKED)
                        .when(INVESTIGATOR, authorize(LOCK, PLAN))
                        .refused(new Refusal.NotYourRole(INVESTIGATOR, Command.AuthorizeReveal.class)),
                spec("Treatments are revealed only after the lock")
                        .given(Story.completed())
                        .when(STATISTICIAN, REVEAL)
                        .refused(new Refusal.StudyNotLocked()),
                spec("The statistician reveals when two people in two roles have authorised it")
                        .given(LOCKED)
                        .said("Ines", STATISTICIAN, YES)
                        .said("Otto", SPONSOR, YES)
                        .when(STATISTICIAN, REVEAL)
                        .then(REVEALED),
                spec("Not before anybody has")
                        .given(LOCKED)
                        .when(STATISTICIAN, REVEAL)
                        .refused(new Refusal.RevealNotAuthorized(EnumSet.copyOf(Role.revealing()))),
                spec("nor when one has")
                        .given(LOCKED)
                        .said("Ines", STATISTICIAN, YES)
                        .when(STATISTICIAN, REVEAL)
                        .refused(new Refusal.RevealNotAuthorized(EnumSet.of(SPONSOR))),
                spec("nor when one person has in both roles")
                        .given(LOCKED)
                        .said("Ines", STATISTICIAN, YES)
                        .said("Ines", SPONSOR, YES)
                        .when(STATISTICIAN, REVEAL)
                        .refused(new Refusal.AuthorizedByOne("Ines")),
                spec("nor when they do not mean the same minutes of the blinded review")
                        .given(LOCKED)
                        .said("Ines", STATISTICIAN, YES)
                        .said("Otto", SPONSOR, new RevealAuthorized(LOCK, OTHER, PLAN))
                        .when(STATISTICIAN, REVEAL)
                        .refused(new Refusal.ReviewsDiffer(Role.revealing())),
                spec("In each role the last word counts")
                        .given(LOCKED)
                        .said("Otto", SPONSOR, new RevealAuthorized(LOCK, OTHER, PLAN))
                        .said("Ines", STATISTICIAN, YES)
                        .said("Otto", SPONSOR, YES)
                        .when(STATISTICIAN, REVEAL)
                        .then(REVEALED),
                spec("After the reveal there is nothing left to authorise")
                        .given(LOCKED)
                        .said("Ines", STATISTICIAN, REVEALED)
                        .when(SPONSOR, authorize(LOCK, PLAN))
                        .refused(new Refusal.AlreadyRevealed()),
                spec("An emergency code break is taken over from the vault, with the time at which it occurred")
                        .given(Story.randomized())
                        .when(SPONSOR, new Command.TakeOverCodeBreaks())
                        .then(broken(), new VaultAnchored(SpecDesk.ROOT.entries(), SpecDesk.ROOT.root())),
                spec("It is taken over after the lock too")
                        .given(LOCKED)
                        .when(SPONSOR, new Command.TakeOverCodeBreaks())
                        .then(broken(), new VaultAnchored(SpecDesk.ROOT.entries(), SpecDesk.ROOT.root())),
                spec("and once")
                        .given(Story.randomized().and(broken()))
                        .when(SPONSOR, new Command.TakeOverCodeBreaks())
                        .refused(new Refusal.NothingToTakeOver()));
    }

    private static CodeBroken broken() {
        return new CodeBroken(ADA, 1, SpecDesk.BREAK.to(), Said.words(SpecDesk.BREAK.reason()), 1_774_755_600_000_000L);
    }

    private static Command authorize(Digest lock, Digest plan) {
        return new Command.AuthorizeReveal(lock, MINUTES, plan);
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }
}

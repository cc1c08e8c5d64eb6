package org.equipoise.rehearsal.trial;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.UUID;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.language.identity.Digest;
import org.equipoise.protocol.design.Site;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.course.Recruitment;
import org.equipoise.rehearsal.people.Cleaning;
import org.equipoise.rehearsal.people.VirtualSite;
import org.equipoise.rehearsal.people.VirtualSupply;
import org.equipoise.rehearsal.people.World;

/// One trial, rehearsed from opening to lock and then revealed. Between the two it is as blinded people see it at
/// their last moment of blindness.
public final class RehearsedTrial {
    /// In a rehearsal nobody meets; the SHA-256 of no minutes at all.
    private static final Digest MINUTES =
            new Digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final World world;
    private final Sequencer sequencer;
    private final Agenda agenda;
    private final Cleaning cleaning = new Cleaning();

    public RehearsedTrial(World world, Journal journal, AllocationDesk desk, PersonalKeys keys) {
        Site first = world.study().sites().getFirst();
        this.world = world;
        this.agenda = new Agenda(ZoneOffset.of(first.utcOffset()));
        this.sequencer = new Sequencer(world.study(), journal, desk, keys, agenda);
    }

    /// What was planted and what was caught.
    public Cleaning cleaning() {
        return cleaning;
    }

    public TrialState state() {
        return sequencer.state();
    }

    /// Opens the study, lets everybody come, and locks when the last participant is out.
    public void conduct() {
        agenda.startOn(world.setting().plan().start());
        give(Role.SPONSOR, "open", new Command.OpenStudy(StudyEvent.Mode.REHEARSAL));
        new VirtualSupply(world, sequencer, agenda, cleaning).begin();
        long firstPerson = 1;
        for (Site site : world.study().sites()) {
            new VirtualSite(world, site, sequencer, agenda, cleaning).openTo(firstPerson);
            firstPerson += Recruitment.PEOPLE_A_SITE;
        }
        agenda.run();
        give(Role.SPONSOR, "lock", new Command.LockStudy("All participants are out of the study.", true));
    }

    /// Two of the staff authorise it, as people would after their meeting, and then everything is opened.
    public void reveal() {
        Digest lock = EventCodec.leaf(state().lock().orElseThrow());
        Command authorize =
                new Command.AuthorizeReveal(lock, MINUTES, world.study().plan().hash());
        give(Role.STATISTICIAN, "authorise as statistician", authorize);
        give(Role.SPONSOR, "authorise as sponsor", authorize);
        give(Role.STATISTICIAN, "reveal", new Command.RevealTreatments("Analysis after the lock of the database."));
    }

    private void give(Role role, String occasion, Command command) {
        String key = UUID.nameUUIDFromBytes(
                        (world.setting().chances().trial() + occasion).getBytes(StandardCharsets.UTF_8))
                .toString();
        Outcome outcome = sequencer.submit(key, "virtual-" + role, role, command);
        world.witness().heard(role, command, outcome);
        if (outcome instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException("the rehearsal could not " + occasion + ": " + refusal);
        }
    }
}

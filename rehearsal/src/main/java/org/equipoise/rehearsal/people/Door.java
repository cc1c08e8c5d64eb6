package org.equipoise.rehearsal.people;

import java.util.UUID;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.Query;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.course.Chances;
import org.equipoise.statistics.random.RandomStream;

/// The door to the trial as virtual staff use it: one command at a time, each under a fresh key, each taking a minute.
/// What was answered is told to the witness.
final class Door {
    private static final int SECONDS_A_COMMAND = 60;
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_4 = 0x0000000000004000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    private final Sequencer sequencer;
    private final Agenda agenda;
    private final Chances chances;
    private final Witness witness;
    private final Cleaning cleaning;

    Door(Sequencer sequencer, Agenda agenda, World world, Cleaning cleaning) {
        this.sequencer = sequencer;
        this.agenda = agenda;
        this.chances = world.setting().chances();
        this.witness = world.witness();
        this.cleaning = cleaning;
    }

    /// Gives a command that concerns a participant.
    Outcome give(Role role, VirtualParticipant participant, Command command) {
        return give(role, participant.person().number(), participant.nextStep(), command);
    }

    /// Whether a query is not settled.
    boolean isOpen(ParticipantId participant, int query) {
        return sequencer
                .state()
                .participant(participant)
                .flatMap(known -> known.book().query(query))
                .filter(known -> known.stage() != Query.Stage.CLOSED)
                .isPresent();
    }

    /// Gives a command on behalf of someone. That a site has kits enough is an answer and no mishap. `participant` and
    /// `step` only make the key.
    Outcome give(Role role, long participant, long step, Command command) {
        RandomStream stream = chances.stream(participant, "command", step);
        UUID key =
                new UUID((stream.nextLong() & VERSION_MASK) | VERSION_4, (stream.nextLong() & VARIANT_MASK) | VARIANT);
        Outcome outcome = sequencer.submit(key.toString(), "virtual-" + role, role, command);
        agenda.spend(SECONDS_A_COMMAND);
        if (outcome instanceof Outcome.Refused(var refusal) && !(refusal instanceof Refusal.StockSuffices)) {
            cleaning.heard(refusal);
        }
        witness.heard(role, command, outcome);
        return outcome;
    }
}

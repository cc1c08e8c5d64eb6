package org.equipoise.app.blinding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// One trial as it came to be where the secret was one thing and not another, up to the last moment of blindness.
///
/// @param kits what each dispensed kit held
record World(
        Stage stage,
        Truth truth,
        Leak leak,
        CheckpointedJournal journal,
        WitnessBook witness,
        MemoryLog vaultLog,
        List<Said> said,
        Map<KitNumber, ArmCode> kits) {

    /// Everything that is journalled.
    List<TrialEvent> events() {
        List<TrialEvent> events = new ArrayList<>();
        journal.events().forEach(journalled -> events.add(journalled.event()));
        return events;
    }

    /// What somebody asked, and what came of it.
    record Said(Role role, Command command, Outcome outcome) {}

    private static World empty(Stage stage, Secrets secrets, Leak leak) {
        WitnessBook witness = new WitnessBook();
        CheckpointedJournal journal = new CheckpointedJournal(
                new MemoryJournal(),
                stage.study().id(),
                stage.signingKey(),
                witness,
                CheckpointPolicy.REHEARSAL,
                () -> 0);
        return new World(
                stage,
                new Truth(stage, secrets),
                leak,
                journal,
                witness,
                new MemoryLog(),
                new ArrayList<>(),
                new LinkedHashMap<>());
    }

    private Vault vault() {
        return new Vault(stage.study(), truth.secrets(), new IdealSealing(), vaultLog, stage.personalKeys());
    }

    /// A trial that virtual people live through.
    ///
    /// @param effects of a dose of each arm code: nature's own, which an exchange of treatments leaves as they are
    static World lived(Stage stage, Secrets secrets, Map<ArmCode, Double> effects, Supplier<Leak> leaks) {
        return lived(stage, secrets, effects, leaks, Map.of());
    }

    /// The same where some kits have exchanged their labels.
    static World lived(
            Stage stage,
            Secrets secrets,
            Map<ArmCode, Double> effects,
            Supplier<Leak> leaks,
            Map<KitNumber, KitNumber> exchanged) {
        World world = empty(stage, secrets, leaks.get());
        Stage.Set set = stage.set(
                world.journal,
                world.vault(),
                secrets.arms(),
                stage.personalKeys(),
                effects,
                counter -> new Labels(exchanged, world.leak, world.truth, world.kits).around(counter),
                (role, command, outcome) -> world.said.add(new Said(role, command, outcome)));
        set.trial().conduct();
        world.journal.checkpoint();
        return world;
    }

    /// The commands of a trial, given once more, and between them whatever somebody asks who tries out everything.
    static World again(
            Stage stage, Secrets secrets, List<RecordedCommands.Given> commands, Supplier<Leak> leaks, Pestering more) {
        return again(stage, secrets, commands, leaks, more, (_, _) -> List.of());
    }

    /// What happens at the vault after a command of the trial, and what is asked of the trial then.
    interface Meanwhile {
        List<RecordedCommands.Given> after(Vault vault, RecordedCommands.Given given);
    }

    /// The same where something happens meanwhile.
    static World again(
            Stage stage,
            Secrets secrets,
            List<RecordedCommands.Given> commands,
            Supplier<Leak> leaks,
            Pestering more,
            Meanwhile meanwhile) {
        World world = empty(stage, secrets, leaks.get());
        Vault vault = world.vault();
        Sequencer sequencer = new Sequencer(
                stage.study(),
                world.journal,
                new Labels(Map.of(), world.leak, world.truth, world.kits)
                        .around(new Stage.Counter(
                                vault,
                                kit -> vault.nature(world.journal.event(1)).substance(kit)))
                        .desk(),
                stage.personalKeys(),
                () -> world.leak.clock(world.truth));
        world.tried(sequencer, more.atEitherEnd(sequencer.state(), commands.getFirst()));
        int left = commands.size();
        for (RecordedCommands.Given given : commands) {
            if (--left == 0) {
                world.tried(sequencer, more.atEitherEnd(sequencer.state(), given));
            }
            world.give(sequencer, given.role(), given.command(), Submission.NOW);
            meanwhile
                    .after(vault, given)
                    .forEach(each -> world.give(sequencer, each.role(), each.command(), Submission.NOW));
            world.tried(sequencer, more.between(sequencer.state(), given));
        }
        world.tried(sequencer, more.atEitherEnd(sequencer.state(), commands.getLast()));
        world.journal.checkpoint();
        return world;
    }

    private void tried(Sequencer sequencer, List<Pestering.Attempt> attempts) {
        attempts.forEach(attempt -> give(sequencer, attempt.role(), attempt.command(), attempt.seen()));
    }

    private void give(Sequencer sequencer, Role role, Command command, long seen) {
        String key = "key-" + said.size();
        Outcome outcome = sequencer.submit(new Submission(key, "someone", role, command, seen));
        said.add(new Said(role, command, outcome));
    }

    /// All that these ways of telling tell.
    Artefacts shown(List<Surface> surfaces) {
        Artefacts artefacts = new Artefacts();
        surfaces.forEach(surface -> surface.show(this, artefacts));
        leak.shown(truth, artefacts);
        return artefacts;
    }
}

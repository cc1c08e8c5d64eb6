package org.equipoise.app.blinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.Seed;

/// Rehearses a trial and its twin and names every artefact in which a blinded person could tell them apart.
///
/// Two kinds of twin are needed. With **labels exchanged** the vault gives the same codes in the same order, but
/// they stand for other treatments: it shows whether anything says which treatment someone has. With **another
/// valid list** people get other codes, in a world where no treatment has an effect: it shows whether anything
/// says who is with whom. In that world some kits have exchanged their labels with others of their set, so that
/// everybody is handed the number they were handed before; such labels are as likely as the first, and with them
/// every byte must be equal: shipments, refusals and the ledger included. What labels themselves could tell (a
/// number or a rank that goes with the arm) is tested by [KitRank].
final class Twins {
    private final Stage stage;
    private final Leak leak;

    Twins(Stage stage, Leak leak) {
        this.stage = stage;
        this.leak = leak;
    }

    /// Something that tells what it should not; [#NONE] for the honest program.
    interface Leak {
        Leak NONE = new Leak() {};

        default Stage.Counter around(Stage.Counter counter, Secrets secrets) {
            return counter;
        }

        default Dataset table(Dataset dataset) {
            return dataset;
        }

        default List<Dataset> readBy(String role, Study study, Journal journal, TreatmentView view) {
            return Datasets.readBy(role, study, journal.events(), view);
        }

        default String saying(Command command, String sentence) {
            return sentence;
        }
    }

    /// A run, which code each dispensed kit held, and what happened.
    record Run(BlindedView view, Map<KitNumber, ArmCode> kits, List<TrialEvent> events) {}

    /// Artefacts that differ when the treatments are exchanged under the same codes. Every byte counts.
    List<String> labelsExchanged() {
        Secrets secrets = stage.secrets();
        Map<ArmCode, Double> effects = stage.effects(secrets.arms());
        Run one = run(stage, secrets, effects);
        Secrets exchanged = new Secrets(secrets.arms().exchanged(), secrets.list(), secrets.kits(), secrets.nonce());
        Run other = run(stage, exchanged, effects);
        return differences(one.view(), other.view());
    }

    /// Artefacts that differ, kits relabelled, when the participants are allocated by another list of the same design.
    List<String> anotherList() {
        Stage world = new Stage(stage.study(), stage.plan().withoutEffect(), stage.seed(), stage.trial());
        Secrets secrets = world.secrets();
        Map<ArmCode, Double> effects = world.effects(secrets.arms());
        Seed otherList = new Seed(secrets.list().first() + 1, secrets.list().second());
        Secrets other = new Secrets(secrets.arms(), otherList, secrets.kits(), secrets.nonce());
        Run here = run(world, secrets, effects);
        Run there = run(world, other, effects, Relabelling.within(world, here.events(), secrets, other));
        List<String> differences = differences(here.view(), there.view());
        if (!KitRank.independentOfArm(here.kits())) {
            differences.add("kit numbers go with the arm");
        }
        return differences;
    }

    /// Artefacts that differ when what is sealed on forms is another value. Every byte counts.
    List<String> sealedValuesExchanged() {
        RecordedCommands commands = RecordedCommands.of(stage);
        return differences(again(commands), again(commands.withOtherSealedValues()));
    }

    /// The same commands, given to a fresh trial.
    BlindedView again(RecordedCommands commands) {
        Journal journal = new MemoryJournal();
        Vault vault = new Vault(stage.study(), commands.secrets(), new IdealSealing());
        Stage.Counter counter = leak.around(
                new Stage.Counter(vault, kit -> vault.nature(journal.event(1)).substance(kit)), commands.secrets());
        Sequencer sequencer = new Sequencer(stage.study(), journal, counter.desk(), () -> 0);
        BlindedView.Transcript transcript = new BlindedView.Transcript(stage.study(), leak::saying);
        int key = 0;
        for (RecordedCommands.Given given : commands.given()) {
            Outcome outcome = sequencer.submit("key-" + key++, "someone", given.role(), given.command());
            transcript.heard(given.role(), given.command(), outcome);
        }
        return BlindedView.of(stage, journal, transcript, leak);
    }

    Run run(Stage world, Secrets secrets, Map<ArmCode, Double> effects) {
        return run(world, secrets, effects, Map.of());
    }

    private Run run(Stage world, Secrets secrets, Map<ArmCode, Double> effects, Map<KitNumber, KitNumber> relabelled) {
        BlindedView.Transcript transcript = new BlindedView.Transcript(stage.study(), leak::saying);
        Map<KitNumber, ArmCode> kits = new LinkedHashMap<>();
        Stage.Set set = world.set(
                secrets,
                new IdealSealing(),
                effects,
                counter -> {
                    Stage.Counter around = leak.around(Around.relabelled(counter, relabelled), secrets);
                    Nature watched = kit -> {
                        ArmCode code = around.nature().substance(kit);
                        kits.put(kit, code);
                        return code;
                    };
                    return new Stage.Counter(around.desk(), watched);
                },
                transcript);
        set.trial().conduct();
        List<TrialEvent> events = new ArrayList<>();
        set.journal().events().forEach(journalled -> events.add(journalled.event()));
        return new Run(BlindedView.of(world, set.journal(), transcript, leak), Map.copyOf(kits), events);
    }

    private static List<String> differences(BlindedView one, BlindedView other) {
        List<String> differences = new ArrayList<>();
        if (!one.artefacts().keySet().equals(other.artefacts().keySet())) {
            differences.add("the artefacts themselves");
        }
        one.artefacts().forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, other.artefacts().get(name))) {
                differences.add(name);
            }
        });
        return differences;
    }
}

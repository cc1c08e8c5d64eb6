package org.equipoise.app.blinding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.Seed;

/// Rehearses a trial and its twin and names every artefact in which a blinded person could tell them apart.
///
/// Two kinds of twin are needed. With **labels exchanged** the vault gives the same codes in the same order, but they
/// stand for other treatments: it shows whether anything
/// says which treatment someone has. With **another valid list** people get other codes, in a world where no treatment
/// has an effect: it shows whether anything says who is
/// with whom. Kits then have other numbers, so they are renamed in the order in which they appear; what the renaming
/// hides (a number or a rank that goes with
/// the arm) is tested by [KitRank].
final class Twins {
    private static final Pattern KIT = Pattern.compile("\\b\\d{6}-\\d\\b");
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{128}\\b");

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

    /// A run, and which code each dispensed kit held.
    record Run(BlindedView view, Map<KitNumber, ArmCode> kits) {}

    /// Artefacts that differ when the treatments are exchanged under the same codes. Every byte counts.
    List<String> labelsExchanged() {
        Secrets secrets = stage.secrets();
        Map<ArmCode, Double> effects = stage.effects(secrets.arms());
        Run one = run(stage, secrets, effects);
        Secrets exchanged = new Secrets(secrets.arms().exchanged(), secrets.list(), secrets.kits(), secrets.nonce());
        Run other = run(stage, exchanged, effects);
        return differences(one.view(), other.view(), UnaryOperator.identity());
    }

    /// Artefacts that differ, kits renamed, when the participants are allocated by another list of the same design.
    List<String> anotherList() {
        Stage world = new Stage(stage.study(), stage.plan().withoutEffect(), stage.seed(), stage.trial());
        Secrets secrets = world.secrets();
        Map<ArmCode, Double> effects = world.effects(secrets.arms());
        Seed otherList = new Seed(secrets.list().first() + 1, secrets.list().second());
        Secrets other = new Secrets(secrets.arms(), otherList, secrets.kits(), secrets.nonce());
        Run here = run(world, secrets, effects);
        Run there = run(world, other, effects);
        List<String> differences = differences(here.view(), there.view(), Twins::renamed);
        if (!KitRank.independentOfArm(here.kits())) {
            differences.add("kit numbers go with the arm");
        }
        return differences;
    }

    /// Artefacts that differ when what is sealed on forms is another value. Every byte counts.
    List<String> sealedValuesExchanged() {
        RecordedCommands commands = RecordedCommands.of(stage);
        return differences(again(commands), again(commands.withOtherSealedValues()), UnaryOperator.identity());
    }

    /// The same commands, given to a fresh trial.
    BlindedView again(RecordedCommands commands) {
        Journal journal = new MemoryJournal();
        Vault vault = new Vault(stage.study(), commands.secrets(), new IdealSealing());
        Stage.Counter counter = leak.around(
                new Stage.Counter(vault, kit -> vault.nature(journal.event(1)).substance(kit)), commands.secrets());
        Sequencer sequencer = new Sequencer(stage.study(), journal, counter.desk(), stage.personalKeys(), () -> 0);
        BlindedView.Transcript transcript = new BlindedView.Transcript(stage.study(), leak::saying);
        int key = 0;
        for (RecordedCommands.Given given : commands.given()) {
            Outcome outcome = sequencer.submit("key-" + key++, "someone", given.role(), given.command());
            transcript.heard(given.role(), given.command(), outcome);
        }
        return BlindedView.of(stage, journal, transcript, leak);
    }

    Run run(Stage world, Secrets secrets, Map<ArmCode, Double> effects) {
        BlindedView.Transcript transcript = new BlindedView.Transcript(stage.study(), leak::saying);
        Map<KitNumber, ArmCode> kits = new LinkedHashMap<>();
        Stage.Set set = world.set(
                secrets,
                new IdealSealing(),
                effects,
                counter -> {
                    Stage.Counter around = leak.around(counter, secrets);
                    Nature watched = kit -> {
                        ArmCode code = around.nature().substance(kit);
                        kits.put(kit, code);
                        return code;
                    };
                    return new Stage.Counter(around.desk(), watched);
                },
                transcript);
        set.trial().conduct();
        return new Run(BlindedView.of(world, set.journal(), transcript, leak), Map.copyOf(kits));
    }

    private static List<String> differences(BlindedView one, BlindedView other, UnaryOperator<String> canonical) {
        List<String> differences = new ArrayList<>();
        if (!one.artefacts().keySet().equals(other.artefacts().keySet())) {
            differences.add("the artefacts themselves");
        }
        one.artefacts().forEach((name, bytes) -> {
            byte[] twin = other.artefacts().getOrDefault(name, new byte[0]);
            String here = canonical.apply(new String(bytes, StandardCharsets.UTF_8));
            String there = canonical.apply(new String(twin, StandardCharsets.UTF_8));
            if (bytes.length != twin.length || !here.equals(there)) {
                differences.add(name);
            }
        });
        return differences;
    }

    /// Kits renamed in the order of their first appearance; hashes and signatures, which follow from the kit numbers,
    /// blanked.
    private static String renamed(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher kits = KIT.matcher(HASH.matcher(text).replaceAll("#"));
        return kits.replaceAll(kit -> names.computeIfAbsent(kit.group(), _ -> "kit-" + names.size()));
    }
}

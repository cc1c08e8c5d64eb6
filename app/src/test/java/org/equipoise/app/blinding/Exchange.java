package org.equipoise.app.blinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.staging.Stage;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.statistics.random.Seed;

/// What is exchanged between two worlds that nobody who is blinded may tell apart.
///
/// Neither exchange of the vault's secrets would do alone: with the labels exchanged nothing shows that goes with
/// an arm code, and with another list nothing that goes with a kit's number or its rank, which is asked of
/// [KitRank] therefore.
enum Exchange {
    /// The same world twice. If these two differed, no other comparison would say anything.
    NOTHING {
        @Override
        Pair worlds(Stage stage, Supplier<Leak> leaks) {
            Secrets secrets = stage.secrets();
            Map<ArmCode, Double> effects = stage.effects(secrets.arms());
            return new Pair(World.lived(stage, secrets, effects, leaks), World.lived(stage, secrets, effects, leaks));
        }
    },

    /// The codes stand for other treatments, while nature's effects stay with the codes. Every byte counts.
    LABELS {
        @Override
        Pair worlds(Stage stage, Supplier<Leak> leaks) {
            Secrets secrets = stage.secrets();
            Map<ArmCode, Double> effects = stage.effects(secrets.arms());
            return new Pair(
                    World.lived(stage, secrets, effects, leaks),
                    World.lived(stage, relabelled(secrets), effects, leaks));
        }
    },

    /// The same, while somebody tries everything between the commands of the trial.
    LABELS_AMONG_ATTEMPTS {
        @Override
        Pair worlds(Stage stage, Supplier<Leak> leaks) {
            RecordedCommands commands = RecordedCommands.of(stage);
            Secrets secrets = stage.secrets();
            return new Pair(
                    World.again(stage, secrets, commands.given(), leaks, attempts(stage)),
                    World.again(stage, relabelled(secrets), commands.given(), leaks, attempts(stage)));
        }

        // In every other trial only at its ends, so that it is played through.
        private static Pestering attempts(Stage stage) {
            return new Pestering(stage.study(), stage.trial(), stage.trial() % 2 == 1 ? ATTEMPTS : 0, AT_EITHER_END);
        }
    },

    /// People get other codes, in a world where no treatment has an effect, and the kits of a set exchange their labels
    /// so that everybody is handed the same number: each way of labelling a set is as likely as any other. Every
    /// byte counts.
    LIST {
        @Override
        Pair worlds(Stage stage, Supplier<Leak> leaks) {
            Stage world = new Stage(stage.study(), stage.plan().withoutEffect(), stage.seed(), stage.trial());
            Secrets secrets = world.secrets();
            Map<ArmCode, Double> effects = world.effects(secrets.arms());
            Seed otherList = new Seed(secrets.list().first() + 1, secrets.list().second());
            Secrets other = new Secrets(secrets.arms(), otherList, secrets.kits(), secrets.nonce());
            World one = World.lived(world, secrets, effects, leaks);
            Map<KitNumber, KitNumber> labels = Relabelling.within(world, one.events(), secrets, other);
            return new Pair(one, World.lived(world, other, effects, leaks, labels));
        }
    },

    /// Other values are typed into the items that are sealed. Every byte counts.
    SEALED_VALUES {
        @Override
        Pair worlds(Stage stage, Supplier<Leak> leaks) {
            RecordedCommands commands = RecordedCommands.of(stage);
            Pestering none = Pestering.none(stage.study());
            return new Pair(
                    World.again(stage, commands.secrets(), commands.given(), leaks, none),
                    World.again(
                            stage,
                            commands.secrets(),
                            commands.withOtherSealedValues().given(),
                            leaks,
                            none));
        }
    };

    private static final int ATTEMPTS = 3;
    private static final int AT_EITHER_END = 300;

    /// Two worlds, to be looked at from outside.
    record Pair(World one, World other) {}

    /// What the comparison came to.
    ///
    /// @param artefacts how many were compared
    /// @param differing the names of those in which the worlds differ
    record Compared(int artefacts, List<String> differing) {}

    abstract Pair worlds(Stage stage, Supplier<Leak> leaks);

    static Secrets relabelled(Secrets secrets) {
        return new Secrets(secrets.arms().exchanged(), secrets.list(), secrets.kits(), secrets.nonce());
    }

    Compared compare(Stage stage, Supplier<Leak> leaks, List<Surface> surfaces) {
        Pair pair = worlds(stage, leaks);
        return compare(pair, surfaces);
    }

    Compared compare(Pair pair, List<Surface> surfaces) {
        return compare(pair.one().shown(surfaces), pair.other().shown(surfaces));
    }

    Compared compare(Artefacts here, Artefacts there) {
        SortedMap<String, byte[]> one = here.byName();
        SortedMap<String, byte[]> other = there.byName();
        List<String> differing = new ArrayList<>();
        if (!one.keySet().equals(other.keySet())) {
            differing.add("the artefacts themselves");
        }
        one.forEach((name, bytes) -> {
            byte[] twin = other.getOrDefault(name, new byte[0]);
            if (!Arrays.equals(bytes, twin)) {
                differing.add(name);
            }
        });
        return new Compared(one.size(), differing);
    }
}

package org.equipoise.app.blinding;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.history.Citation;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.reading.Study;

/// Leaks as a careless programmer would make them. Each tells either the treatment or the arm code.
enum PlantedLeaks {
    BY_TREATMENT,
    BY_ARM_CODE;

    private String tells(ArmCode code, Secrets secrets) {
        return switch (this) {
            case BY_TREATMENT -> secrets.arms().arm(code);
            case BY_ARM_CODE -> code.text();
        };
    }

    /// A refusal that names the arm of the participant it is about.
    Twins.Leak anArmInAnErrorMessage() {
        return new Knowing() {
            @Override
            public String saying(Command command, String sentence) {
                return command instanceof Command.SubmitForm form
                        ? sentence + " [" + armOf(form.participant()) + "]"
                        : sentence;
            }
        };
    }

    /// A table whose rows come in the order of the arms.
    Twins.Leak rowsOrderedByArm() {
        return new Knowing() {
            @Override
            public Dataset table(Dataset dataset) {
                return dataset.name().equals("participants")
                        ? new Dataset(
                                dataset.name(),
                                dataset.label(),
                                dataset.columns(),
                                dataset.rows().stream()
                                        .sorted(Comparator.comparing(row -> dataset.value(row, "participant")
                                                .map(id -> armOf(new ParticipantId(id)))
                                                .orElse("")))
                                        .toList())
                        : dataset;
            }
        };
    }

    /// Kits whose numbers begin with the place of their arm.
    Twins.Leak kitsNumberedByArm() {
        return new Twins.Leak() {
            @Override
            public Stage.Counter around(Stage.Counter counter, Secrets secrets) {
                List<String> arms = secrets.arms().arms().keySet().stream()
                        .map(code -> tells(code, secrets))
                        .sorted()
                        .toList();
                Map<KitNumber, KitNumber> printed = new HashMap<>();
                Map<KitNumber, KitNumber> real = new HashMap<>();
                Around numbered = new Around(counter.desk(), kit -> printed.getOrDefault(kit, kit), real::get) {
                    @Override
                    public SortedSet<KitNumber> label(int labelling, int sets) {
                        for (KitNumber kit : counter.desk().label(labelling, sets)) {
                            String arm = tells(counter.nature().substance(kit), secrets);
                            int number = (arms.indexOf(arm) + 1) * 100_000 + printed.size();
                            KitNumber label = new KitNumber(String.format(Locale.ROOT, "%06d-0", number));
                            printed.put(kit, label);
                            real.put(label, kit);
                        }
                        return super.label(labelling, sets);
                    }
                };
                return new Stage.Counter(numbered, kit -> counter.nature().substance(real.getOrDefault(kit, kit)));
            }
        };
    }

    /// A desk that writes down what it should seal.
    static Twins.Leak sealedInPlainText() {
        return new Twins.Leak() {
            @Override
            public Stage.Counter around(Stage.Counter counter, Secrets secrets) {
                return new Stage.Counter(
                        new Around(counter.desk()) {
                            @Override
                            public Sealed seal(ParticipantId participant, Citation place, String value) {
                                byte[] bytes =
                                        super.seal(participant, place, value).bytes();
                                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                                System.arraycopy(text, 0, bytes, 0, text.length);
                                return Sealed.of(bytes);
                            }
                        },
                        counter.nature());
            }
        };
    }

    /// A refusal that repeats what was typed into a sealed item.
    static Twins.Leak aSealedValueInASentence() {
        return new Twins.Leak() {
            @Override
            public String saying(Command command, String sentence) {
                return sentence + command;
            }
        };
    }

    /// A reading that forgets who reads.
    static Twins.Leak everythingShownToEveryRole() {
        return new Twins.Leak() {
            @Override
            public List<Dataset> readBy(String role, Study study, Journal journal, TreatmentView view) {
                return Datasets.of(study, journal.events(), view).all();
            }
        };
    }

    /// A leak that has watched the desk and knows everybody's arm.
    private abstract class Knowing implements Twins.Leak {
        private final Map<ParticipantId, String> arms = new HashMap<>();

        String armOf(ParticipantId participant) {
            return arms.getOrDefault(participant, "");
        }

        @Override
        public Stage.Counter around(Stage.Counter counter, Secrets secrets) {
            arms.clear();
            return new Stage.Counter(
                    new Around(counter.desk()) {
                        @Override
                        public Optional<KitNumber> dispense(
                                ParticipantId participant, String encounter, SortedSet<KitNumber> shelf) {
                            Optional<KitNumber> kit = super.dispense(participant, encounter, shelf);
                            kit.ifPresent(handed ->
                                    arms.put(participant, tells(counter.nature().substance(handed), secrets)));
                            return kit;
                        }
                    },
                    counter.nature());
        }
    }
}

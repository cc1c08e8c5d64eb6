package org.equipoise.app.blinding;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.history.Citation;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
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
                Map<KitNumber, KitNumber> realByPrinted = new HashMap<>();
                List<String> arms = secrets.arms().arms().keySet().stream()
                        .map(code -> tells(code, secrets))
                        .sorted()
                        .toList();
                AllocationDesk desk = new Around(counter.desk()) {
                    @Override
                    public KitNumber dispense(ParticipantId participant, String encounter) {
                        KitNumber real = super.dispense(participant, encounter);
                        String arm = tells(counter.nature().substance(real), secrets);
                        int number = (arms.indexOf(arm) + 1) * 100_000 + realByPrinted.size();
                        KitNumber printed = new KitNumber(String.format(Locale.ROOT, "%06d-0", number));
                        realByPrinted.put(printed, real);
                        return printed;
                    }
                };
                Nature nature = kit -> counter.nature().substance(realByPrinted.getOrDefault(kit, kit));
                return new Stage.Counter(desk, nature);
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
                        public KitNumber dispense(ParticipantId participant, String encounter) {
                            KitNumber kit = super.dispense(participant, encounter);
                            arms.put(participant, tells(counter.nature().substance(kit), secrets));
                            return kit;
                        }
                    },
                    counter.nature());
        }
    }

    /// A desk that passes everything on.
    private abstract static class Around implements AllocationDesk {
        private final AllocationDesk desk;

        Around(AllocationDesk desk) {
            this.desk = desk;
        }

        @Override
        public String procedure() {
            return desk.procedure();
        }

        @Override
        public Digest commitment() {
            return desk.commitment();
        }

        @Override
        public Sealed allocate(ParticipantId participant, String stratum) {
            return desk.allocate(participant, stratum);
        }

        @Override
        public KitNumber dispense(ParticipantId participant, String encounter) {
            return desk.dispense(participant, encounter);
        }

        @Override
        public Sealed seal(ParticipantId participant, Citation place, String value) {
            return desk.seal(participant, place, value);
        }

        @Override
        public Reveal reveal(Warrant warrant) {
            return desk.reveal(warrant);
        }

        @Override
        public Optional<CodeBreak> codeBreak(int number) {
            return desk.codeBreak(number);
        }

        @Override
        public VaultRoot root() {
            return desk.root();
        }

        @Override
        public boolean grewFrom(VaultRoot earlier) {
            return desk.grewFrom(earlier);
        }
    }
}

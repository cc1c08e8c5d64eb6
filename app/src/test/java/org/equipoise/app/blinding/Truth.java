package org.equipoise.app.blinding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.KitSets;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.staging.Stage;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// What only the vault knows of a trial, for leaks to tell: who is with whom, by treatment and by arm code.
final class Truth {
    private final Secrets secrets;
    private final AllocationList list;
    private final KitSets sets;
    private final Map<ParticipantId, ArmCode> codes = new TreeMap<>();
    private final Map<KitNumber, ArmCode> contents = new HashMap<>();

    Truth(Stage stage, Secrets secrets) {
        this.secrets = secrets;
        this.list = new AllocationList(stage.study().design().randomization(), secrets.arms(), secrets.list());
        this.sets = new KitSets(secrets.stock(stage.study().design()));
    }

    /// Follows what the desk is asked.
    ///
    /// @param printed the number that people read on a kit
    void asked(String verb, List<Object> arguments, UnaryOperator<KitNumber> printed) {
        if (verb.equals("allocate")) {
            ParticipantId participant = (ParticipantId) arguments.getFirst();
            codes.computeIfAbsent(participant, _ -> list.next((String) arguments.get(1)));
        } else if (verb.equals("label")) {
            sets.label((int) arguments.get(1))
                    .forEach(set -> set.kits().forEach((code, kit) -> contents.put(printed.apply(kit), code)));
        }
    }

    /// The arm code of a kit that was labelled.
    ArmCode content(KitNumber kit) {
        return Objects.requireNonNull(contents.get(kit));
    }

    Secrets secrets() {
        return secrets;
    }

    /// The participant's arm code; nothing before the allocation.
    String code(ParticipantId participant) {
        ArmCode code = codes.get(participant);
        return code == null ? "" : code.text();
    }

    /// The participant's treatment; nothing before the allocation.
    String arm(ParticipantId participant) {
        ArmCode code = codes.get(participant);
        return code == null ? "" : secrets.arms().arm(code);
    }

    /// Whether the participant has the treatment whose name comes first.
    boolean hasFirstArm(ParticipantId participant) {
        return arm(participant)
                .equals(secrets.arms().arms().values().stream()
                        .sorted()
                        .findFirst()
                        .orElseThrow());
    }

    /// The place of the first participant's treatment among all treatments: another one wherever labels are exchanged.
    int placeOfTheFirst() {
        String first = arm(codes.keySet().iterator().next());
        return secrets.arms().arms().values().stream().sorted().toList().indexOf(first);
    }

    /// Everybody who is allocated, with their treatment.
    Map<ParticipantId, String> arms() {
        Map<ParticipantId, String> arms = new TreeMap<>();
        codes.keySet().forEach(participant -> arms.put(participant, arm(participant)));
        return arms;
    }
}

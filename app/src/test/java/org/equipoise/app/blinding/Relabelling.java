package org.equipoise.app.blinding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.KitSet;
import org.equipoise.allocation.supply.KitSets;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// The labels to be exchanged so that people who are allocated by another list are handed the same numbers. A kit
/// exchanges its label with another of its set only; every way of labelling a set is as likely as any other.
final class Relabelling {
    private final Map<KitNumber, KitNumber> exchanged = new HashMap<>();
    private final Map<KitNumber, KitSet> setOf = new HashMap<>();
    private final Map<ParticipantId, ArmCode> codes = new HashMap<>();

    private Relabelling() {}

    /// @param events of the trial under the list that the secrets make
    /// @param other secrets that differ in the list only
    static Map<KitNumber, KitNumber> within(Stage world, List<TrialEvent> events, Secrets secrets, Secrets other) {
        Relabelling relabelling = new Relabelling();
        KitSets sets = new KitSets(secrets.stock(world.study().design()));
        AllocationList list = new AllocationList(world.study().design().randomization(), other.arms(), other.list());
        int arms = other.arms().arms().size();
        for (TrialEvent event : events) {
            switch (event) {
                case KitsLabelled labelled ->
                    sets.label(labelled.kits().size() / arms)
                            .forEach(set -> set.numbers().forEach(kit -> relabelling.setOf.put(kit, set)));
                case ParticipantRandomized(var participant, var _, var stratum, var _) ->
                    relabelling.codes.put(participant, list.next(stratum));
                case KitDispensed(var participant, var _, var _, var kit) -> relabelling.hand(participant, kit);
                case KitReplaced replaced -> relabelling.hand(replaced.participant(), replaced.by());
                default -> {}
            }
        }
        return relabelling.exchanged;
    }

    /// A number that no vault gave is a leak's, and cannot be exchanged.
    private void hand(ParticipantId participant, KitNumber kit) {
        KitSet set = setOf.get(kit);
        if (set != null) {
            KitNumber due = set.of(codes.get(participant));
            exchanged.put(kit, due);
            exchanged.put(due, kit);
        }
    }
}

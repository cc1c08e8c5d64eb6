package org.equipoise.conduct.state;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.equipoise.conduct.state.Kit.Stands;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.SupplyEvent;
import org.equipoise.journal.event.SupplyEvent.ShipmentArrived;
import org.equipoise.language.identity.KitNumber;

/// Every kit and every shipment of a trial, folded from the journal. A kit is in one place and stands in one way, so
/// that what was labelled is always the sum of what stands in each way.
public final class Stock {
    /// How kits stand that may be withdrawn, destroyed or missed.
    public static final Set<Stands> WITHDRAWABLE = Set.of(Stands.AVAILABLE, Stands.QUARANTINED);

    public static final Set<Stands> DESTROYABLE = Set.of(Stands.WITHDRAWN, Stands.RETURNED);

    public static final Set<Stands> LOSABLE = Set.of(
            Stands.IN_TRANSIT,
            Stands.ARRIVED,
            Stands.AVAILABLE,
            Stands.QUARANTINED,
            Stands.WITHDRAWN,
            Stands.DISPENSED,
            Stands.RETURNED);

    private static final Set<Stands> HOLDABLE = Set.of(Stands.AVAILABLE, Stands.ARRIVED);

    private final SortedMap<String, SortedMap<KitNumber, Kit>> places = new TreeMap<>();
    private final Map<KitNumber, String> whereabouts = new HashMap<>();
    private final SortedMap<Integer, Shipment> shipments = new TreeMap<>();
    private int labellings;

    /// The depots and sites that kits are at, or going to.
    public Collection<String> places() {
        return Collections.unmodifiableCollection(places.keySet());
    }

    public Collection<Kit> kits(String place) {
        return Collections.unmodifiableCollection(at(place).values());
    }

    public Optional<Kit> kit(KitNumber number) {
        return Optional.ofNullable(whereabouts.get(number))
                .map(place -> at(place).get(number));
    }

    public Collection<Shipment> shipments() {
        return Collections.unmodifiableCollection(shipments.values());
    }

    public Optional<Shipment> shipment(int number) {
        return Optional.ofNullable(shipments.get(number));
    }

    /// How often kits were labelled.
    public int labellings() {
        return labellings;
    }

    /// Kits at a place that may be used from a day to another.
    public SortedSet<KitNumber> available(String place, LocalDate from, LocalDate until) {
        return serving(place, Set.of(Stands.AVAILABLE), from, until);
    }

    /// The same with those on the way there or not looked at yet.
    public SortedSet<KitNumber> expected(String place, LocalDate from, LocalDate until) {
        return serving(place, Set.of(Stands.AVAILABLE, Stands.IN_TRANSIT, Stands.ARRIVED), from, until);
    }

    private SortedSet<KitNumber> serving(String place, Set<Stands> stands, LocalDate from, LocalDate until) {
        SortedSet<KitNumber> found = new TreeSet<>();
        for (Kit kit : at(place).values()) {
            if (stands.contains(kit.stands()) && kit.serves(from, until)) {
                found.add(kit.number());
            }
        }
        return found;
    }

    private SortedMap<KitNumber, Kit> at(String place) {
        return places.computeIfAbsent(place, _ -> new TreeMap<>());
    }

    void after(KitDispensed event) {
        // A trial that labels no kits counts none.
        if (labellings > 0) {
            move(List.of(event.kit()), Set.of(Stands.AVAILABLE), kit -> kit.handed(event.participant(), event.date()));
        }
    }

    void after(SupplyEvent event) {
        switch (event) {
            case SupplyEvent.KitsLabelled labelled -> {
                labellings++;
                labelled.kits().forEach(number -> enter(Kit.labelled(number, labelled)));
            }
            case SupplyEvent.KitsShipped shipped -> {
                move(shipped.kits(), Set.of(Stands.AVAILABLE), kit -> kit.shipped(shipped));
                shipments.put(shipped.shipment(), new Shipment(shipped, Optional.empty(), false));
            }
            case SupplyEvent.ShipmentArrived arrived -> arrive(arrived);
            case SupplyEvent.KitsAccepted(var number, var date, var _, var _, var some) -> {
                move(some, Set.of(Stands.ARRIVED), kit -> kit.as(Stands.AVAILABLE, date));
                shipments.computeIfPresent(
                        number, (_, shipment) -> new Shipment(shipment.sent(), shipment.arrived(), true));
            }
            case SupplyEvent.KitsQuarantined(var _, var date, var _, var some) ->
                move(some, HOLDABLE, kit -> kit.as(Stands.QUARANTINED, date));
            case SupplyEvent.KitsReleased(var _, var date, var _, var some) ->
                move(some, Set.of(Stands.QUARANTINED), kit -> kit.as(Stands.AVAILABLE, date));
            case SupplyEvent.KitsWithdrawn(var _, var date, var _, var some) ->
                move(some, WITHDRAWABLE, kit -> kit.as(Stands.WITHDRAWN, date));
            case SupplyEvent.KitsDestroyed(var _, var date, var _, var some) ->
                move(some, DESTROYABLE, kit -> kit.as(Stands.DESTROYED, date));
            case SupplyEvent.KitsLost(var _, var date, var _, var some) ->
                move(some, LOSABLE, kit -> kit.as(Stands.LOST, date));
            case SupplyEvent.KitReturned returned ->
                move(
                        List.of(returned.kit()),
                        Set.of(Stands.DISPENSED),
                        kit -> kit.as(Stands.RETURNED, returned.date()));
            case SupplyEvent.KitReplaced replaced ->
                move(
                        List.of(replaced.by()),
                        Set.of(Stands.AVAILABLE),
                        kit -> kit.handed(replaced.participant(), replaced.date()));
        }
    }

    /// Whatever is still on the way has come; what did not come is found missing when the kits are looked at.
    private void arrive(ShipmentArrived arrived) {
        Shipment shipment = shipment(arrived.shipment())
                .filter(sent -> sent.stage() == Shipment.Stage.IN_TRANSIT)
                .orElseThrow(() -> new IllegalStateException(arrived + " cannot follow: nothing is on the way"));
        move(
                standing(shipment, Stands.IN_TRANSIT),
                Set.of(Stands.IN_TRANSIT),
                kit -> kit.as(Stands.ARRIVED, arrived.date()));
        shipments.put(arrived.shipment(), new Shipment(shipment.sent(), Optional.of(arrived), false));
    }

    /// The kits of a shipment that stand so.
    public List<KitNumber> standing(Shipment shipment, Stands stands) {
        return shipment.kits().stream()
                .filter(number ->
                        kit(number).filter(kit -> kit.stands() == stands).isPresent())
                .toList();
    }

    private void enter(Kit kit) {
        if (whereabouts.putIfAbsent(kit.number(), kit.place()) != null) {
            throw new IllegalStateException("kit " + kit.number() + " is labelled already");
        }
        at(kit.place()).put(kit.number(), kit);
    }

    private void move(List<KitNumber> some, Set<Stands> from, UnaryOperator<Kit> step) {
        for (KitNumber number : some) {
            Kit now = kit(number).orElseThrow(() -> new IllegalStateException("there is no kit " + number));
            if (!from.contains(now.stands())) {
                throw new IllegalStateException("kit " + number + " cannot be moved: it is " + now.stands());
            }
            Kit next = step.apply(now);
            at(now.place()).remove(number);
            at(next.place()).put(number, next);
            whereabouts.put(number, next.place());
        }
    }
}

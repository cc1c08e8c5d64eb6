package org.equipoise.conduct.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Kit.Stands;
import org.equipoise.conduct.state.Shipment;
import org.equipoise.conduct.state.Stock;
import org.equipoise.journal.event.SupplyEvent.KitsAccepted;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.journal.event.SupplyEvent.KitsLost;
import org.equipoise.journal.event.SupplyEvent.KitsQuarantined;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.event.SupplyEvent.ShipmentArrived;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.value.Decimals;
import org.equipoise.protocol.design.Supply;

/// The way of kits from labelling to a site's shelf. What is sent is counted in whole sets, one kit of every arm each,
/// so that neither its size nor its day depends on what people are allocated to.
final class ShippingDecider {
    static final String EXCURSION = "temperature";
    static final String DAMAGED = "damaged";
    static final String MISSING = "missing";

    private ShippingDecider() {}

    static Decision decide(Setting setting, Command.LabelKits command) {
        Optional<Supply> supply = setting.study().design().supply();
        if (supply.isEmpty()) {
            return Decision.no(new Refusal.KitsNotCounted());
        }
        if (supply.get().depot(command.depot()).isEmpty()) {
            return Decision.no(new Refusal.UnknownDepot(command.depot()));
        }
        int labelling = setting.state().stock().labellings() + 1;
        return Decision.that(new KitsLabelled(
                command.depot(),
                command.date(),
                command.date().plusDays(supply.get().shelfLife()),
                List.copyOf(setting.desk().label(labelling, supply.get().sets()))));
    }

    static Decision decide(Setting setting, Command.ShipKits command) {
        Optional<Supply> supply = setting.study().design().supply();
        if (supply.isEmpty()) {
            return Decision.no(new Refusal.KitsNotCounted());
        }
        if (setting.study().sites().stream().noneMatch(site -> site.id().equals(command.site()))) {
            return Decision.no(new Refusal.UnknownSite(command.site()));
        }
        Stock stock = setting.state().stock();
        Supply.Resupply resupply = supply.get().resupply();
        LocalDate until =
                command.date().plusDays(setting.study().design().longestUse()).plusDays(resupply.notCountedDays());
        int has = setting.desk().sets(stock.expected(command.site(), command.date(), until));
        if (has >= resupply.below()) {
            return Decision.no(new Refusal.StockSuffices(command.site(), has, resupply.below()));
        }
        String depot = supply.get().depotOf(command.site()).orElseThrow().id();
        SortedSet<KitNumber> there = stock.available(depot, command.date(), until);
        int sets = Math.min(resupply.upTo() - has, setting.desk().sets(there));
        if (sets == 0) {
            return Decision.no(new Refusal.DepotEmpty(depot));
        }
        int shipment = stock.shipments().size() + 1;
        return Decision.that(new KitsShipped(
                shipment,
                depot,
                command.site(),
                command.date(),
                List.copyOf(setting.desk().ship(shipment, there, sets))));
    }

    static Decision decide(Setting setting, Command.RecordArrival command) {
        Optional<Shipment> shipment = setting.state().stock().shipment(command.shipment());
        Optional<Refusal> refusal = refusal(shipment, command.shipment(), Shipment.Stage.IN_TRANSIT, command.date());
        return refusal.isPresent()
                ? Decision.no(refusal.get())
                : Decision.that(new ShipmentArrived(command.shipment(), command.date(), command.counted()));
    }

    static Decision decide(Setting setting, Command.CheckShipment command) {
        Stock stock = setting.state().stock();
        Optional<Shipment> found = stock.shipment(command.shipment());
        Optional<Refusal> refusal = refusal(found, command.shipment(), Shipment.Stage.ARRIVED, command.date());
        if (refusal.isPresent()) {
            return Decision.no(refusal.get());
        }
        Optional<BigDecimal> coldest = Decimals.read(command.coldest());
        Optional<BigDecimal> warmest = Decimals.read(command.warmest());
        if (coldest.isEmpty() || warmest.isEmpty() || coldest.get().compareTo(warmest.get()) > 0) {
            return Decision.no(new Refusal.NotATemperature(command.coldest() + " – " + command.warmest()));
        }
        Shipment shipment = found.orElseThrow();
        List<KitNumber> named = new ArrayList<>(command.damaged());
        named.addAll(command.missing());
        NavigableSet<KitNumber> arrived = new TreeSet<>(stock.standing(shipment, Stands.ARRIVED));
        Optional<Refusal> wrong = StockDecider.wrong(shipment.site(), named, arrived::contains);
        if (wrong.isPresent()) {
            return Decision.no(wrong.get());
        }
        int counted = shipment.arrived().orElseThrow().counted();
        int present = arrived.size() - command.missing().size();
        if (counted != present) {
            return Decision.no(new Refusal.CountDiffers(command.shipment(), counted, present));
        }
        Supply supply = setting.study().design().supply().orElseThrow();
        return checked(command, shipment.site(), arrived, supply.holds(coldest.get(), warmest.get()));
    }

    private static Decision checked(
            Command.CheckShipment command, String site, NavigableSet<KitNumber> arrived, boolean inLimits) {
        NavigableSet<KitNumber> whole = new TreeSet<>(arrived);
        command.damaged().forEach(whole::remove);
        command.missing().forEach(whole::remove);
        List<TrialEvent> events = new ArrayList<>();
        events.add(new KitsAccepted(
                command.shipment(),
                command.date(),
                command.coldest(),
                command.warmest(),
                inLimits ? List.copyOf(whole) : List.of()));
        if (!inLimits && !whole.isEmpty()) {
            events.add(new KitsQuarantined(site, command.date(), EXCURSION, List.copyOf(whole)));
        }
        if (!command.damaged().isEmpty()) {
            events.add(new KitsQuarantined(site, command.date(), DAMAGED, StockDecider.sorted(command.damaged())));
        }
        if (!command.missing().isEmpty()) {
            events.add(new KitsLost(site, command.date(), MISSING, StockDecider.sorted(command.missing())));
        }
        return new Decision.Decided(List.copyOf(events));
    }

    private static Optional<Refusal> refusal(
            Optional<Shipment> shipment, int number, Shipment.Stage stage, LocalDate date) {
        if (shipment.isEmpty()) {
            return Optional.of(new Refusal.UnknownShipment(number));
        }
        if (shipment.get().stage() != stage) {
            return Optional.of(new Refusal.ShipmentStands(number, shipment.get().stage()));
        }
        return date.isBefore(shipment.get().since())
                ? Optional.of(new Refusal.BeforeLastStep(date, shipment.get().since()))
                : Optional.empty();
    }
}

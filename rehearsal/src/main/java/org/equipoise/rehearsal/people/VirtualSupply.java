package org.equipoise.rehearsal.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.Kit;
import org.equipoise.conduct.state.Kit.Stands;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.Shipment;
import org.equipoise.conduct.state.Stock;
import org.equipoise.journal.event.SupplyEvent.KitsQuarantined;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.design.Supply;
import org.equipoise.rehearsal.clock.Agenda;
import org.equipoise.rehearsal.course.Chances;
import org.equipoise.rehearsal.plan.Transport;
import org.equipoise.statistics.random.RandomStream;

/// The depots, which look now and then whether a site needs kits, and the pharmacists as far as kits come and are kept.
/// Sites are supplied before the first participant comes; when the last one is out, what is left is destroyed.
public final class VirtualSupply {
    private static final int DAYS_BEFORE = 14;
    private static final LocalTime HOUR = LocalTime.of(8, 0);

    /// What is done with kits concerns no participant; persons are numbered from 1.
    private static final long NOBODY = 0;

    private static final BigDecimal DEGREES_TOO_WARM = new BigDecimal("2.5");

    private final World world;
    private final Sequencer sequencer;
    private final Agenda agenda;
    private final Door door;
    private final Transport transport;
    private final Chances chances;
    private long steps;

    public VirtualSupply(World world, Sequencer sequencer, Agenda agenda, Cleaning cleaning) {
        this.world = world;
        this.sequencer = sequencer;
        this.agenda = agenda;
        this.door = new Door(sequencer, agenda, world, cleaning);
        this.transport = world.setting().plan().transport();
        this.chances = world.setting().chances();
    }

    public void begin() {
        world.study().design().supply().ifPresent(supply -> {
            LocalDate first = world.setting().plan().start().minusDays(DAYS_BEFORE);
            supply.depots().forEach(depot -> give(Role.SPONSOR, new Command.LabelKits(depot.id(), first)));
            look(supply, first);
        });
    }

    private void look(Supply supply, LocalDate date) {
        if (isOver()) {
            clear(supply, date);
            return;
        }
        for (Site site : world.study().sites()) {
            inspect(site.id(), date);
            ship(supply, site.id(), date);
        }
        LocalDate next = date.plusDays(supply.resupply().everyDays());
        agenda.enter(next.atTime(HOUR), NOBODY, () -> look(supply, next));
    }

    /// Nobody needs a kit any more, and none is on its way.
    private boolean isOver() {
        return sequencer.state().randomized()
                        >= world.study().design().randomization().participants()
                && sequencer.state().participants().stream().allMatch(Participant.Ended.class::isInstance)
                && stock().shipments().stream().allMatch(Shipment::checked);
    }

    private void inspect(String site, LocalDate date) {
        List<KitNumber> expired = kits(
                site, kit -> kit.stands() == Stands.AVAILABLE && kit.expiry().isBefore(date));
        if (!expired.isEmpty()) {
            give(Role.PHARMACIST, new Command.WithdrawKits(site, date, "expired", expired));
        }
        List<KitNumber> shelf = kits(site, kit -> kit.stands() == Stands.AVAILABLE);
        RandomStream stream = chances.stream(NOBODY, "shelf of " + site, date.toEpochDay());
        if (!shelf.isEmpty() && stream.bernoulli(transport.spoiled())) {
            List<KitNumber> spoiled = List.of(shelf.get(stream.index(shelf.size())));
            give(Role.PHARMACIST, new Command.QuarantineKits(site, date, "found with a broken seal", spoiled));
            decideLater(site, date, spoiled, true);
        }
    }

    private void ship(Supply supply, String site, LocalDate date) {
        Outcome outcome = give(Role.SPONSOR, new Command.ShipKits(site, date));
        if (outcome instanceof Outcome.Refused(Refusal.DepotEmpty(var depot))) {
            give(Role.SPONSOR, new Command.LabelKits(depot, date));
            outcome = give(Role.SPONSOR, new Command.ShipKits(site, date));
        }
        Staff.happened(outcome, KitsShipped.class).ifPresent(shipped -> {
            LocalDate arrival = date.plusDays(transport.days());
            agenda.enter(arrival.atTime(HOUR), NOBODY, () -> receive(supply, shipped, arrival));
        });
    }

    /// Both stages of receipt, on one day.
    private void receive(Supply supply, KitsShipped shipped, LocalDate date) {
        RandomStream stream = chances.stream(NOBODY, "shipment", shipped.shipment());
        boolean tooWarm = stream.bernoulli(transport.excursion());
        boolean rejected = stream.bernoulli(transport.rejected());
        List<KitNumber> missing = new ArrayList<>();
        List<KitNumber> damaged = new ArrayList<>();
        for (KitNumber kit : shipped.kits()) {
            if (stream.bernoulli(transport.lost())) {
                missing.add(kit);
            } else if (stream.bernoulli(transport.damaged())) {
                damaged.add(kit);
            }
        }
        int counted = shipped.kits().size() - missing.size();
        give(Role.PHARMACIST, new Command.RecordArrival(shipped.shipment(), date, counted));
        BigDecimal warmest = tooWarm ? supply.warmest().add(DEGREES_TOO_WARM) : supply.warmest();
        Outcome checked = give(
                Role.PHARMACIST,
                new Command.CheckShipment(
                        shipped.shipment(),
                        date,
                        supply.coldest().toPlainString(),
                        warmest.toPlainString(),
                        damaged,
                        missing));
        if (checked instanceof Outcome.Accepted(var events)) {
            events.forEach(journalled -> {
                if (journalled.event() instanceof KitsQuarantined quarantined) {
                    boolean whole = !damaged.containsAll(quarantined.kits());
                    decideLater(shipped.site(), date, quarantined.kits(), rejected || !whole);
                }
            });
        }
    }

    private void decideLater(String site, LocalDate quarantined, List<KitNumber> some, boolean rejected) {
        LocalDate date = quarantined.plusDays(transport.decisionDays());
        agenda.enter(date.atTime(HOUR), NOBODY, () -> {
            List<KitNumber> kits = kits(site, kit -> kit.stands() == Stands.QUARANTINED && some.contains(kit.number()));
            if (!kits.isEmpty()) {
                give(
                        Role.SPONSOR,
                        rejected
                                ? new Command.WithdrawKits(site, date, "not to be used", kits)
                                : new Command.ReleaseKits(site, date, "within what is known of stability", kits));
            }
        });
    }

    private void clear(Supply supply, LocalDate date) {
        for (String place : List.copyOf(stock().places())) {
            Role keeper = supply.depot(place).isPresent() ? Role.SPONSOR : Role.PHARMACIST;
            List<KitNumber> left = kits(place, kit -> Stock.WITHDRAWABLE.contains(kit.stands()));
            if (!left.isEmpty()) {
                give(keeper, new Command.WithdrawKits(place, date, "left over at the end", left));
            }
            List<KitNumber> done = kits(place, kit -> Stock.DESTROYABLE.contains(kit.stands()));
            if (!done.isEmpty()) {
                give(keeper, new Command.DestroyKits(place, date, "virtual-" + Role.MONITOR, done));
            }
        }
    }

    private List<KitNumber> kits(String place, Predicate<Kit> which) {
        return stock().kits(place).stream().filter(which).map(Kit::number).toList();
    }

    private Stock stock() {
        return sequencer.state().stock();
    }

    private Outcome give(Role role, Command command) {
        return door.give(role, NOBODY, steps++, command);
    }
}

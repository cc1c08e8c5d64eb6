package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Kit;
import org.equipoise.conduct.state.Kit.Stands;
import org.equipoise.conduct.state.Stock;
import org.equipoise.journal.event.SupplyEvent.KitsDestroyed;
import org.equipoise.journal.event.SupplyEvent.KitsLost;
import org.equipoise.journal.event.SupplyEvent.KitsQuarantined;
import org.equipoise.journal.event.SupplyEvent.KitsReleased;
import org.equipoise.journal.event.SupplyEvent.KitsWithdrawn;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.KitNumber;

/// What is done with kits where they stand: whoever keeps them may take them from use, and each step says why, or who
/// saw it.
final class StockDecider {
    private final Stock stock;

    StockDecider(Setting setting) {
        this.stock = setting.state().stock();
    }

    Decision decide(Command.QuarantineKits c) {
        return forReason(
                c.reason(),
                c.place(),
                c.date(),
                c.kits(),
                Set.of(Stands.AVAILABLE),
                kits -> new KitsQuarantined(c.place(), c.date(), c.reason(), kits));
    }

    Decision decide(Command.ReleaseKits c) {
        return forReason(
                c.reason(),
                c.place(),
                c.date(),
                c.kits(),
                Set.of(Stands.QUARANTINED),
                kits -> new KitsReleased(c.place(), c.date(), c.reason(), kits));
    }

    Decision decide(Command.WithdrawKits c) {
        return forReason(
                c.reason(),
                c.place(),
                c.date(),
                c.kits(),
                Stock.WITHDRAWABLE,
                kits -> new KitsWithdrawn(c.place(), c.date(), c.reason(), kits));
    }

    Decision decide(Command.ReportKitsLost c) {
        return forReason(
                c.reason(),
                c.place(),
                c.date(),
                c.kits(),
                Stock.LOSABLE,
                kits -> new KitsLost(c.place(), c.date(), c.reason(), kits));
    }

    /// @param actor who destroys, and cannot be the witness
    Decision decide(String actor, Command.DestroyKits c) {
        return c.witness().isBlank() || c.witness().strip().equals(actor)
                ? Decision.no(new Refusal.WitnessMissing())
                : moved(
                        c.place(),
                        c.date(),
                        c.kits(),
                        Stock.DESTROYABLE,
                        kits -> new KitsDestroyed(
                                c.place(), c.date(), c.witness().strip(), kits));
    }

    private Decision forReason(
            String reason,
            String place,
            LocalDate date,
            List<KitNumber> kits,
            Set<Stands> from,
            Function<List<KitNumber>, TrialEvent> event) {
        return reason.isBlank() ? Decision.no(new Refusal.ReasonMissing()) : moved(place, date, kits, from, event);
    }

    private Decision moved(
            String place,
            LocalDate date,
            List<KitNumber> kits,
            Set<Stands> from,
            Function<List<KitNumber>, TrialEvent> event) {
        if (kits.isEmpty()) {
            return Decision.no(new Refusal.NoKitsNamed());
        }
        Optional<Refusal> wrong = wrong(
                place,
                kits,
                number -> stock.kit(number)
                        .filter(kit -> kit.place().equals(place) && from.contains(kit.stands()))
                        .isPresent());
        if (wrong.isPresent()) {
            return Decision.no(wrong.get());
        }
        Optional<LocalDate> since = kits.stream()
                .flatMap(number -> stock.kit(number).stream())
                .map(Kit::since)
                .max(LocalDate::compareTo);
        return since.filter(date::isBefore).isPresent()
                ? Decision.no(new Refusal.BeforeLastStep(date, since.get()))
                : Decision.that(event.apply(sorted(kits)));
    }

    /// What is wrong with kits that are named: some twice, or some of which nothing of the sort is there.
    static Optional<Refusal> wrong(String place, List<KitNumber> kits, Predicate<KitNumber> isThere) {
        Set<KitNumber> once = new HashSet<>();
        List<KitNumber> twice =
                kits.stream().filter(kit -> !once.add(kit)).distinct().sorted().toList();
        if (!twice.isEmpty()) {
            return Optional.of(new Refusal.KitsNamedTwice(twice));
        }
        List<KitNumber> absent = kits.stream().filter(isThere.negate()).sorted().toList();
        return absent.isEmpty() ? Optional.empty() : Optional.of(new Refusal.KitsNotThere(place, absent));
    }

    static List<KitNumber> sorted(List<KitNumber> kits) {
        return kits.stream().sorted().toList();
    }
}

package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.conduct.state.Kit;
import org.equipoise.conduct.state.Stock;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.event.SupplyEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

/// Whatever people ask in whatever order, the ledger of every depot and site balances, and says kit by kit what
/// conduct's state says. The two are folded from the journal by rooms that share nothing.
class LedgerTest {
    private static final int SEQUENCES = 20;
    private static final int ASKED = 200;
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 16);

    private final Stage stage = TestStudies.stage("pressure-dose", 1, 1);
    private final String site = stage.study().sites().getFirst().id();
    private final Set<Class<?>> happened = new HashSet<>();

    @Test
    void the_ledger_balances_after_any_sequence_of_commands() {
        List<Submission> trial = new ArrayList<>();
        stage.ordinary((role, command, _) ->
                        trial.add(new Submission("rehearsed " + trial.size(), "someone", role, command)))
                .trial()
                .conduct();
        for (int seed = 1; seed <= SEQUENCES; seed++) {
            Random random = new Random(seed);
            MemoryJournal journal = new MemoryJournal();
            Vault vault = new Vault(stage.study(), stage.secrets(), new IdealSealing());
            Sequencer sequencer = new Sequencer(stage.study(), journal, vault, stage.personalKeys(), () -> 0);
            trial.subList(0, 1 + random.nextInt(trial.size() - 1)).forEach(sequencer::submit);
            for (int i = 0; i < ASKED; i++) {
                ask(sequencer, random, "asked " + i);
            }
            assertBalances(journal, sequencer.state().stock());
        }
        assertThat(happened)
                .as("events that random commands caused")
                .containsAll(List.of(SupplyEvent.class.getPermittedSubclasses()));
    }

    private void ask(Sequencer sequencer, Random random, String key) {
        Command command = command(sequencer, random);
        Role role = Role.of(command).iterator().next();
        if (sequencer.submit(key, "someone", role, command) instanceof Outcome.Accepted(var events)) {
            events.forEach(event -> happened.add(event.event().getClass()));
        }
    }

    private Command command(Sequencer sequencer, Random random) {
        Stock stock = sequencer.state().stock();
        LocalDate date = FIRST.plusDays(random.nextInt(400));
        String place = random.nextInt(4) == 0 ? "store" : site;
        List<KitNumber> kits = some(stock.kits(place).stream().map(Kit::number).toList(), random);
        int shipment = stock.shipments().size() - random.nextInt(2);
        ParticipantId participant =
                new ParticipantId(String.format(Locale.ROOT, "%s-%04d", site, 1 + random.nextInt(40)));
        return switch (random.nextInt(12)) {
            case 0 -> new Command.LabelKits("store", date);
            case 1 -> new Command.ShipKits(site, date);
            case 2 ->
                new Command.RecordArrival(
                        shipment, date, shipped(stock, shipment).size());
            case 3 ->
                new Command.CheckShipment(
                        shipment, date, "15", random.nextBoolean() ? "25" : "26", List.of(), List.of());
            case 4 -> new Command.QuarantineKits(place, date, "seal", kits);
            case 5 -> new Command.ReleaseKits(place, date, "as new", kits);
            case 6 -> new Command.WithdrawKits(place, date, "expired", kits);
            case 7 -> new Command.DestroyKits(place, date, "another", kits);
            case 8 -> new Command.ReportKitsLost(place, date, "not found", kits);
            case 9 -> new Command.ReplaceKit(participant, random.nextBoolean() ? "D1" : "W4", date, "broken");
            default -> back(stock, random, date);
        };
    }

    /// A kit that somebody has at home, or whichever.
    private Command back(Stock stock, Random random, LocalDate date) {
        List<Kit> handed = stock.kits(site).stream()
                .filter(kit -> kit.participant().isPresent())
                .toList();
        if (handed.isEmpty()) {
            return new Command.LabelKits("store", date);
        }
        Kit kit = handed.get(random.nextInt(handed.size()));
        return new Command.ReturnKit(kit.participant().orElseThrow(), kit.number(), date, random.nextInt(5));
    }

    private static List<KitNumber> some(List<KitNumber> kits, Random random) {
        return kits.isEmpty() ? kits : List.of(kits.get(random.nextInt(kits.size())));
    }

    private static List<KitNumber> shipped(Stock stock, int shipment) {
        return stock.shipment(shipment).map(sent -> sent.kits()).orElse(List.of());
    }

    private void assertBalances(MemoryJournal journal, Stock stock) {
        Datasets tables = Datasets.of(stage.study(), journal.events(), new TreatmentView.Blinded());
        Dataset ledger = tables.kitLedger();
        assertThat(ledger.rows()).hasSizeGreaterThanOrEqualTo(stock.places().size());
        for (Row row : ledger.rows()) {
            String place = ledger.value(row, "place").orElseThrow();
            assertThat(ledger.value(row, "unaccounted"))
                    .as("unaccounted at " + place)
                    .contains("0");
            Stream.of(Kit.Stands.values())
                    .forEach(stands -> assertThat(
                                    ledger.value(row, stands.name().toLowerCase(Locale.ROOT)))
                            .as(stands + " at " + place)
                            .contains(Long.toString(stock.kits(place).stream()
                                    .filter(kit -> kit.stands() == stands)
                                    .count())));
        }
    }
}

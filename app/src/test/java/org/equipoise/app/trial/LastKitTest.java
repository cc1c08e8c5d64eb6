package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Intake;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.Submission;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

/// Many pharmacists at once ask for more kits than a site has, again and again: each time somebody gets the last one.
class LastKitTest {
    private static final int ROUNDS = 60;
    private static final int PEOPLE = 8;
    private static final int MORE = 3;

    private final Stage stage = TestStudies.stage("pressure-dose", 1, 1);
    private final String site = stage.study().sites().getFirst().id();
    private final MemoryJournal journal = new MemoryJournal();
    private final Vault vault = new Vault(stage.study(), stage.secrets(), new IdealSealing());
    private final Sequencer sequencer = new Sequencer(stage.study(), journal, vault, stage.personalKeys(), () -> 0);
    private final List<ParticipantId> people = new ArrayList<>();
    private final Set<KitNumber> handed = new HashSet<>();
    private final Set<Refusal> refusals = new HashSet<>();
    private final Set<ParticipantId> late = new HashSet<>();

    @Test
    void nobody_gets_a_kit_twice_and_whoever_comes_too_late_is_told_the_same() {
        begin();
        LocalDate date = LocalDate.of(2026, 7, 1);
        try (Intake intake = new Intake(() -> sequencer)) {
            for (int round = 0; round < ROUNDS; round++) {
                supply(intake, round, date);
                race(intake, round, date);
            }
        }
        assertThat(refusals).containsExactly(new Refusal.NoKitAtSite(site));
        assertThat(codes(late)).as("arms of those who came too late").isEqualTo(codes(people));
        assertThat(codes(people)).hasSize(stage.study().design().arms().size());
    }

    /// The rehearsed trial as far as some people have their first kit.
    private void begin() {
        List<Submission> trial = new ArrayList<>();
        stage.ordinary((role, command, _) ->
                        trial.add(new Submission("rehearsed " + trial.size(), "someone", role, command)))
                .trial()
                .conduct();
        for (Submission each : trial) {
            if (people.size() < PEOPLE && sequencer.submit(each) instanceof Outcome.Accepted(var events)) {
                events.forEach(journalled -> {
                    if (journalled.event() instanceof KitDispensed kit) {
                        people.add(kit.participant());
                    }
                });
            }
        }
    }

    private void supply(Intake intake, int round, LocalDate date) {
        Command ship = new Command.ShipKits(site, date);
        Outcome outcome = give(intake, "ship " + round, Role.SPONSOR, ship).join();
        if (outcome instanceof Outcome.Refused(Refusal.DepotEmpty(var depot))) {
            give(intake, "label " + round, Role.SPONSOR, new Command.LabelKits(depot, date))
                    .join();
            outcome = give(intake, "ship again " + round, Role.SPONSOR, ship).join();
        }
        if (outcome instanceof Outcome.Accepted(var events)
                && events.getFirst().event() instanceof KitsShipped shipped) {
            int counted = shipped.kits().size();
            give(
                            intake,
                            "arrival " + round,
                            Role.PHARMACIST,
                            new Command.RecordArrival(shipped.shipment(), date, counted))
                    .join();
            give(
                            intake,
                            "check " + round,
                            Role.PHARMACIST,
                            new Command.CheckShipment(shipped.shipment(), date, "20", "20", List.of(), List.of()))
                    .join();
        }
    }

    private void race(Intake intake, int round, LocalDate date) {
        int sets = vault.sets(sequencer.state().stock().available(site, date, date.plusDays(30)));
        List<ParticipantId> asking = new ArrayList<>();
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < sets + MORE; i++) {
            ParticipantId who = people.get((i + round) % PEOPLE);
            String key = "race " + round + " " + i;
            Command another = new Command.ReplaceKit(who, "D1", date, "broken");
            asking.add(who);
            answers.add(CompletableFuture.supplyAsync(
                    () -> give(intake, key, Role.PHARMACIST, another).join()));
        }
        int won = 0;
        for (int i = 0; i < answers.size(); i++) {
            switch (answers.get(i).join()) {
                case Outcome.Accepted(var events) -> {
                    won++;
                    KitReplaced replaced = (KitReplaced) events.getFirst().event();
                    assertThat(handed.add(replaced.by())).as("handed out once").isTrue();
                }
                case Outcome.Refused(var refusal) -> {
                    refusals.add(refusal);
                    late.add(asking.get(i));
                }
            }
        }
        assertThat(won).as("kits in round " + round).isEqualTo(sets);
    }

    private Set<ArmCode> codes(Iterable<ParticipantId> some) {
        Set<ParticipantId> wanted = new HashSet<>();
        some.forEach(wanted::add);
        Set<ArmCode> codes = new HashSet<>();
        journal.events().forEach(journalled -> {
            if (journalled.event() instanceof KitDispensed kit && wanted.contains(kit.participant())) {
                codes.add(vault.nature(journal.event(1)).substance(kit.kit()));
            }
        });
        return codes;
    }

    private static CompletableFuture<Outcome> give(Intake intake, String key, Role role, Command command) {
        return intake.give(new Submission(key, "someone", role, command));
    }
}

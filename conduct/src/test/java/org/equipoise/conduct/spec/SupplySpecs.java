package org.equipoise.conduct.spec;

import static org.equipoise.conduct.command.Role.INVESTIGATOR;
import static org.equipoise.conduct.command.Role.PHARMACIST;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.spec.SpecDesk.KIT;
import static org.equipoise.conduct.spec.SpecDesk.OTHER_KIT;
import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.DAY_ONE;
import static org.equipoise.conduct.spec.Story.KITS;
import static org.equipoise.conduct.spec.Story.SUPPLY;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.spec.Story.Past;
import org.equipoise.conduct.state.Shipment;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.SupplyEvent.KitReturned;
import org.equipoise.journal.event.SupplyEvent.KitsAccepted;
import org.equipoise.journal.event.SupplyEvent.KitsDestroyed;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.journal.event.SupplyEvent.KitsLost;
import org.equipoise.journal.event.SupplyEvent.KitsQuarantined;
import org.equipoise.journal.event.SupplyEvent.KitsReleased;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.event.SupplyEvent.KitsWithdrawn;
import org.equipoise.journal.event.SupplyEvent.ShipmentArrived;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.KitNumber;

/// Kits from labelling to destruction. For the desk of these specifications a set is one kit.
final class SupplySpecs {
    private static final LocalDate ARRIVAL = SUPPLY.plusDays(2);
    private static final LocalDate LATER = DAY_ONE.plusDays(1);
    private static final List<KitNumber> ONE = List.of(KIT);
    private static final KitNumber STRANGE = new KitNumber("100000-9");

    private SupplySpecs() {}

    /// From the depot to the site's shelf.
    static List<Spec> receipt() {
        return List.of(
                spec("A depot has so many sets labelled as the study says, and all expire on one day")
                        .given(Story.supplied())
                        .when(SPONSOR, new Command.LabelKits("store", SUPPLY.plusDays(30)))
                        .then(new KitsLabelled(
                                "store",
                                SUPPLY.plusDays(30),
                                SUPPLY.plusDays(395),
                                List.copyOf(new SpecDesk(1).label(2, 100)))),
                spec("Only a depot of the study labels")
                        .given(Story.open())
                        .when(SPONSOR, new Command.LabelKits("cellar", SUPPLY))
                        .refused(new Refusal.UnknownDepot("cellar")),
                spec("A site that has too few sets is sent as many as it should have")
                        .given(stocked())
                        .when(SPONSOR, new Command.ShipKits("A", ARRIVAL))
                        .then(new KitsShipped(
                                2,
                                "store",
                                "A",
                                ARRIVAL,
                                new SpecDesk(1).label(2, 100).stream().limit(28).toList())),
                spec("A site that has enough is sent nothing")
                        .given(stocked()
                                .and(new KitsShipped(
                                        2,
                                        "store",
                                        "A",
                                        SUPPLY,
                                        new SpecDesk(1)
                                                .label(2, 100).stream()
                                                        .limit(28)
                                                        .toList()))
                                .as("the site has thirty kits, or will have them"))
                        .when(SPONSOR, new Command.ShipKits("A", ARRIVAL))
                        .refused(new Refusal.StockSuffices("A", 30, 15)),
                spec("What a depot does not have it cannot send")
                        .given(Story.supplied())
                        .when(SPONSOR, new Command.ShipKits("A", ARRIVAL))
                        .refused(new Refusal.DepotEmpty("store")),
                spec("The first stage of receipt is a count")
                        .given(Story.shipped())
                        .when(PHARMACIST, new Command.RecordArrival(1, ARRIVAL, 2))
                        .then(new ShipmentArrived(1, ARRIVAL, 2)),
                spec("Nothing arrives before it was sent")
                        .given(Story.shipped())
                        .when(PHARMACIST, new Command.RecordArrival(1, SUPPLY.minusDays(1), 2))
                        .refused(new Refusal.BeforeLastStep(SUPPLY.minusDays(1), SUPPLY)),
                spec("Nothing arrives that was never sent")
                        .given(Story.shipped())
                        .when(PHARMACIST, new Command.RecordArrival(2, ARRIVAL, 2))
                        .refused(new Refusal.UnknownShipment(2)),
                spec("The second stage looks at every kit, and at the temperatures of the way")
                        .given(arrived(2))
                        .when(PHARMACIST, check("15", "24.5", List.of(), List.of()))
                        .then(new KitsAccepted(1, ARRIVAL, "15", "24.5", KITS)),
                spec("Nothing is checked before it arrived")
                        .given(Story.shipped())
                        .when(PHARMACIST, check("15", "24.5", List.of(), List.of()))
                        .refused(new Refusal.ShipmentStands(1, Shipment.Stage.IN_TRANSIT)),
                spec("After an excursion of the temperature every kit is kept apart")
                        .given(arrived(2))
                        .when(PHARMACIST, check("15", "25.1", List.of(), List.of()))
                        .then(
                                new KitsAccepted(1, ARRIVAL, "15", "25.1", List.of()),
                                new KitsQuarantined("A", ARRIVAL, "temperature", KITS)),
                spec("A damaged kit is kept apart, and one that did not come is lost")
                        .given(arrived(1))
                        .when(PHARMACIST, check("15", "20", ONE, List.of(OTHER_KIT)))
                        .then(
                                new KitsAccepted(1, ARRIVAL, "15", "20", List.of()),
                                new KitsQuarantined("A", ARRIVAL, "damaged", ONE),
                                new KitsLost("A", ARRIVAL, "missing", List.of(OTHER_KIT))),
                spec("What was counted and what is named must agree")
                        .given(arrived(2))
                        .when(PHARMACIST, check("15", "20", List.of(), ONE))
                        .refused(new Refusal.CountDiffers(1, 2, 1)),
                spec("Only kits of the shipment are named")
                        .given(arrived(2))
                        .when(PHARMACIST, check("15", "20", List.of(STRANGE), List.of()))
                        .refused(new Refusal.KitsNotThere("A", List.of(STRANGE))),
                spec("No kit is damaged and missing")
                        .given(arrived(2))
                        .when(PHARMACIST, check("15", "20", ONE, ONE))
                        .refused(new Refusal.KitsNamedTwice(ONE)),
                spec("Temperatures are numbers, the lower one first")
                        .given(arrived(2))
                        .when(PHARMACIST, check("25", "15", List.of(), List.of()))
                        .refused(new Refusal.NotATemperature("25 – 15")));
    }

    /// On the shelf, and what is taken from it.
    static List<Spec> keeping() {
        return List.of(
                spec("The pharmacist keeps a kit apart, and says why")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.QuarantineKits("A", LATER, "the fridge failed", ONE))
                        .then(new KitsQuarantined("A", LATER, "the fridge failed", ONE)),
                spec("Without a reason no kit is kept apart")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.QuarantineKits("A", LATER, " ", ONE))
                        .refused(new Refusal.ReasonMissing()),
                spec("Nothing is kept apart before it came")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.QuarantineKits("A", SUPPLY, "the fridge failed", ONE))
                        .refused(new Refusal.BeforeLastStep(SUPPLY, ARRIVAL)),
                spec("Only what is there is kept apart")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.QuarantineKits("store", LATER, "the fridge failed", ONE))
                        .refused(new Refusal.KitsNotThere("store", ONE)),
                spec("Somebody says which kits")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.QuarantineKits("A", LATER, "the fridge failed", List.of()))
                        .refused(new Refusal.NoKitsNamed()),
                spec("The sponsor decides that kits in quarantine may be used")
                        .given(quarantined())
                        .when(SPONSOR, new Command.ReleaseKits("A", LATER, "stable at 30 °C for a week", ONE))
                        .then(new KitsReleased("A", LATER, "stable at 30 °C for a week", ONE)),
                spec("Who keeps kits does not release them")
                        .given(quarantined())
                        .when(PHARMACIST, new Command.ReleaseKits("A", LATER, "looks good", ONE))
                        .refused(new Refusal.NotYourRole(PHARMACIST, Command.ReleaseKits.class)),
                spec("Or that they may not")
                        .given(quarantined())
                        .when(SPONSOR, new Command.WithdrawKits("A", LATER, "frozen", ONE))
                        .then(new KitsWithdrawn("A", LATER, "frozen", ONE)),
                spec("What was withdrawn is destroyed before a witness")
                        .given(withdrawn())
                        .when(PHARMACIST, new Command.DestroyKits("A", LATER, "the monitor", ONE))
                        .then(new KitsDestroyed("A", LATER, "the monitor", ONE)),
                spec("Nobody is their own witness")
                        .given(withdrawn())
                        .when(PHARMACIST, new Command.DestroyKits("A", LATER, "someone", ONE))
                        .refused(new Refusal.WitnessMissing()),
                spec("What may still be used is not destroyed")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.DestroyKits("A", LATER, "the monitor", ONE))
                        .refused(new Refusal.KitsNotThere("A", ONE)),
                spec("A kit that nobody finds is lost")
                        .given(Story.supplied())
                        .when(PHARMACIST, new Command.ReportKitsLost("A", LATER, "not at the count", ONE))
                        .then(new KitsLost("A", LATER, "not at the count", ONE)));
    }

    /// To participants and back.
    static List<Spec> handing() {
        return List.of(
                spec("A kit in quarantine is handed to nobody")
                        .given(Story.randomized()
                                .and(new KitsQuarantined("A", ARRIVAL, "seal", ONE))
                                .as("one of the two kits is in quarantine"))
                        .when(PHARMACIST, new Command.DispenseKit(ADA, "D1", DAY_ONE))
                        .then(new KitDispensed(ADA, "D1", DAY_ONE, OTHER_KIT)),
                spec("Where no kit is there nobody gets one, whatever they are allocated to")
                        .given(Story.randomized().and(empty()).as("both kits are in quarantine"))
                        .when(PHARMACIST, new Command.DispenseKit(ADA, "D1", DAY_ONE))
                        .refused(new Refusal.NoKitAtSite("A")),
                spec("And nobody is randomised, in the same words")
                        .given(Story.eligible().and(empty()).as("Ada is eligible, and both kits are in quarantine"))
                        .when(INVESTIGATOR, new Command.RandomizeParticipant(ADA, DAY_ONE))
                        .refused(new Refusal.NoKitAtSite("A")),
                spec("A kit must last until it is used up")
                        .given(new Past("Ada is randomised, and the kits expire four weeks later", shortDated()))
                        .when(PHARMACIST, new Command.DispenseKit(ADA, "D1", DAY_ONE))
                        .refused(new Refusal.NoKitAtSite("A")),
                spec("A kit that cannot be used is replaced, and doses are counted from the first as before")
                        .given(Story.dispensed())
                        .when(PHARMACIST, new Command.ReplaceKit(ADA, "D1", LATER, "the bottle is broken"))
                        .then(new KitReplaced(ADA, "D1", LATER, KIT, OTHER_KIT, Said.words("the bottle is broken"))),
                spec("A kit is replaced for a reason")
                        .given(Story.dispensed())
                        .when(PHARMACIST, new Command.ReplaceKit(ADA, "D1", LATER, ""))
                        .refused(new Refusal.ReasonMissing()),
                spec("What was not handed out is not replaced")
                        .given(Story.randomized())
                        .when(PHARMACIST, new Command.ReplaceKit(ADA, "D1", LATER, "the bottle is broken"))
                        .refused(new Refusal.NoKitOfVisit("D1")),
                spec("A participant brings a kit back, with what is left in it")
                        .given(Story.dispensed())
                        .when(PHARMACIST, new Command.ReturnKit(ADA, KIT, LATER, 3))
                        .then(new KitReturned(ADA, KIT, LATER, 3)),
                spec("Nobody brings back what they were not given")
                        .given(Story.dispensed())
                        .when(PHARMACIST, new Command.ReturnKit(ADA, OTHER_KIT, LATER, 3))
                        .refused(new Refusal.KitNotWithParticipant(OTHER_KIT, ADA)),
                spec("No more can be left than was in it")
                        .given(Story.dispensed())
                        .when(PHARMACIST, new Command.ReturnKit(ADA, KIT, LATER, 5))
                        .refused(new Refusal.MoreLeftThanGiven(KIT, 5, 4)));
    }

    private static Spec spec(String title) {
        return new Spec(title, Story.STUDY);
    }

    private static Past stocked() {
        return Story.supplied()
                .and(new KitsLabelled(
                        "store", SUPPLY, SUPPLY.plusDays(365), List.copyOf(new SpecDesk(1).label(2, 100))))
                .as("the site has two kits and its depot a hundred");
    }

    private static Past arrived(int counted) {
        return Story.shipped()
                .and(new ShipmentArrived(1, ARRIVAL, counted))
                .as("the shipment has arrived, " + counted + " counted");
    }

    private static Command check(String coldest, String warmest, List<KitNumber> damaged, List<KitNumber> missing) {
        return new Command.CheckShipment(1, ARRIVAL, coldest, warmest, damaged, missing);
    }

    private static Past quarantined() {
        return Story.supplied()
                .and(new KitsQuarantined("A", DAY_ONE, "the fridge failed", ONE))
                .as("a kit is in quarantine");
    }

    private static Past withdrawn() {
        return Story.supplied()
                .and(new KitsWithdrawn("A", DAY_ONE, "expired", ONE))
                .as("a kit is withdrawn");
    }

    private static KitsQuarantined empty() {
        return new KitsQuarantined("A", ARRIVAL, "the fridge failed", KITS);
    }

    private static List<TrialEvent> shortDated() {
        return Story.randomized().events().stream()
                .map(event -> event instanceof KitsLabelled labelled
                        ? new KitsLabelled(labelled.depot(), labelled.date(), DAY_ONE.plusDays(28), labelled.kits())
                        : event)
                .toList();
    }
}

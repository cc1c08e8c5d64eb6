package org.equipoise.journal.event;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// What happens to kits between labelling and destruction, apart from being handed to a participant. A place is a depot
/// or a site. Kits stand in the order of their numbers, which say nothing.
///
/// Source: ICH E6(R3) on accountability of the investigational product; EU GMP Annex 13 on labelling, recall, return
/// and destruction.
public sealed interface SupplyEvent extends TrialEvent {

    /// Kits were labelled and stand at a depot. All of one labelling expire on one day, whatever is inside.
    record KitsLabelled(String depot, LocalDate date, LocalDate expiry, List<KitNumber> kits) implements SupplyEvent {}

    /// Kits left a depot for a site.
    ///
    /// @param shipment 1 for the trial's first
    record KitsShipped(int shipment, String depot, String site, LocalDate date, List<KitNumber> kits)
            implements SupplyEvent {}

    /// The first stage of receipt: the shipment stands at the site, and so many kits were counted.
    record ShipmentArrived(int shipment, LocalDate date, int counted) implements SupplyEvent {}

    /// The second stage of receipt: kit by kit, and by what the logger of the shipment measured. These may be used.
    ///
    /// @param coldest of the way, in °C as entered
    /// @param warmest of the way, in °C as entered
    record KitsAccepted(int shipment, LocalDate date, String coldest, String warmest, List<KitNumber> kits)
            implements SupplyEvent {}

    /// Kits are kept apart until it is decided whether they may be used.
    record KitsQuarantined(String place, LocalDate date, String reason, List<KitNumber> kits) implements SupplyEvent {}

    /// Kits in quarantine may be used again.
    record KitsReleased(String place, LocalDate date, String reason, List<KitNumber> kits) implements SupplyEvent {}

    /// Kits are never to be used: rejected after quarantine, expired, recalled or left over.
    record KitsWithdrawn(String place, LocalDate date, String reason, List<KitNumber> kits) implements SupplyEvent {}

    /// Kits were destroyed before a witness.
    ///
    /// @param witness who saw it, somebody else than who did it
    record KitsDestroyed(String place, LocalDate date, String witness, List<KitNumber> kits) implements SupplyEvent {}

    /// Kits that nobody finds: on the way, at a place, or with a participant.
    record KitsLost(String place, LocalDate date, String reason, List<KitNumber> kits) implements SupplyEvent {}

    /// A participant brought a kit back.
    ///
    /// @param left doses left in it
    record KitReturned(ParticipantId participant, KitNumber kit, LocalDate date, int left) implements SupplyEvent {}

    /// A kit that was handed out cannot be used, and another of the same takes its place. The days of doses stay.
    ///
    /// @param reason under the participant's key
    record KitReplaced(
            ParticipantId participant,
            String encounter,
            LocalDate date,
            KitNumber kit,
            KitNumber by,
            Confidential reason)
            implements SupplyEvent {}
}

package org.equipoise.conduct.state;

import java.time.LocalDate;
import java.util.Optional;
import org.equipoise.journal.event.SupplyEvent.KitsLabelled;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// A kit as everybody may see it: where it is and how it stands.
///
/// @param place the depot or site where it is, or is going to, or was last
/// @param since the day from which it stands so
/// @param shipment the one it came with; 0 at a depot
/// @param participant who was handed it
public record Kit(
        KitNumber number,
        String place,
        Stands stands,
        LocalDate since,
        LocalDate expiry,
        int shipment,
        Optional<ParticipantId> participant) {

    /// How a kit stands. Only one that is available is sent or handed out.
    public enum Stands {
        AVAILABLE,
        IN_TRANSIT,
        ARRIVED,
        QUARANTINED,
        WITHDRAWN,
        DISPENSED,
        RETURNED,
        DESTROYED,
        LOST
    }

    static Kit labelled(KitNumber number, KitsLabelled event) {
        return new Kit(number, event.depot(), Stands.AVAILABLE, event.date(), event.expiry(), 0, Optional.empty());
    }

    Kit as(Stands now, LocalDate since) {
        return new Kit(number, place, now, since, expiry, shipment, participant);
    }

    Kit shipped(KitsShipped with) {
        return new Kit(number, with.site(), Stands.IN_TRANSIT, with.date(), expiry, with.shipment(), participant);
    }

    Kit handed(ParticipantId to, LocalDate since) {
        return new Kit(number, place, Stands.DISPENSED, since, expiry, shipment, Optional.of(to));
    }

    /// Whether it stands as it does since this day or longer, and may be used until that.
    boolean serves(LocalDate from, LocalDate until) {
        return !since.isAfter(from) && !expiry.isBefore(until);
    }
}

package org.equipoise.conduct.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.equipoise.journal.event.SupplyEvent.KitsShipped;
import org.equipoise.journal.event.SupplyEvent.ShipmentArrived;
import org.equipoise.language.identity.KitNumber;

/// A shipment from a depot to a site, as far as its receipt has come.
///
/// @param checked whether its kits were looked at one by one
public record Shipment(KitsShipped sent, Optional<ShipmentArrived> arrived, boolean checked) {

    /// How far the receipt has come.
    public enum Stage {
        IN_TRANSIT,
        ARRIVED,
        CHECKED
    }

    public Stage stage() {
        return checked ? Stage.CHECKED : arrived.isPresent() ? Stage.ARRIVED : Stage.IN_TRANSIT;
    }

    public String site() {
        return sent.site();
    }

    public List<KitNumber> kits() {
        return sent.kits();
    }

    /// The day of the last step.
    public LocalDate since() {
        return arrived.map(ShipmentArrived::date).orElse(sent.date());
    }
}

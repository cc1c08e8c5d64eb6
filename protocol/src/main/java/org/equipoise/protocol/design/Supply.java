package org.equipoise.protocol.design;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How sites are supplied with kits. Kits are counted in sets: a set is one kit of every arm and serves one dispensing,
/// whoever comes. So neither how many are sent nor when depends on what people are allocated to.
///
/// @param sets how many are labelled at a time
/// @param shelfLife days from labelling to expiry, one for all kits whatever is inside
/// @param coldest at which kits may be kept, in °C
/// @param warmest at which kits may be kept, in °C
public record Supply(
        List<Depot> depots, int sets, int shelfLife, BigDecimal coldest, BigDecimal warmest, Resupply resupply) {
    public Supply {
        depots = List.copyOf(depots);
    }

    /// Where kits stand before they are sent to sites.
    ///
    /// @param serves the ids of the sites; none where it serves every site that no other names
    public record Depot(String id, List<String> serves) {
        public Depot {
            serves = List.copyOf(serves);
        }
    }

    /// When a site is sent kits, and how many, in sets.
    ///
    /// @param below a site that has fewer is sent some
    /// @param upTo what it then has
    /// @param everyDays how often the depot looks
    /// @param notCountedDays so many days before it is too late to hand them out, kits are sent to nobody and
    ///     are not counted
    public record Resupply(int below, int upTo, int everyDays, int notCountedDays) {}

    public Optional<Depot> depot(String id) {
        return depots.stream().filter(depot -> depot.id().equals(id)).findFirst();
    }

    /// The depot that serves a site.
    public Optional<Depot> depotOf(String site) {
        return depots.stream()
                .filter(depot -> depot.serves().contains(site))
                .findFirst()
                .or(() -> depots.stream()
                        .filter(depot -> depot.serves().isEmpty())
                        .findFirst());
    }

    /// Whether kits may be kept between these temperatures.
    public boolean holds(BigDecimal low, BigDecimal high) {
        return low.compareTo(coldest) >= 0 && high.compareTo(warmest) <= 0;
    }
}

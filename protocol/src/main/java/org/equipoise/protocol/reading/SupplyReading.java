package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.protocol.design.Supply;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// Reads what `protocol.yaml` says of the supply with kits.
final class SupplyReading {
    private final Findings findings;

    SupplyReading(Findings findings) {
        this.findings = findings;
    }

    Optional<Supply> supply(Node protocol) {
        return protocol.find("supply").map(node -> {
            checkDepots(node, protocol.list("sites"));
            checkStorage(node.get("storage"));
            checkResupply(node);
            Node resupply = node.get("resupply");
            return new Supply(
                    node.list("depots").stream()
                            .map(depot -> new Supply.Depot(depot.text("id"), depot.texts("serves")))
                            .toList(),
                    node.integer("sets"),
                    node.integer("shelf-life-days"),
                    celsius(node.get("storage").get("coldest")),
                    celsius(node.get("storage").get("warmest")),
                    new Supply.Resupply(
                            resupply.integer("below"),
                            resupply.integer("up-to"),
                            resupply.integer("every-days"),
                            resupply.integer("not-counted-days")));
        });
    }

    private static BigDecimal celsius(Node temperature) {
        return new BigDecimal(temperature.text().substring(0, temperature.text().indexOf(' ')));
    }

    /// Every site has one depot, and no place two names.
    private void checkDepots(Node supply, List<Node> sites) {
        Map<String, Node> served = new HashMap<>();
        Set<String> places = new HashSet<>();
        sites.forEach(site -> places.add(site.text("id")));
        boolean rest = false;
        for (Node depot : supply.list("depots")) {
            if (!places.add(depot.text("id"))) {
                findings.error(
                        "depot-named-twice",
                        depot.get("id").place(),
                        "'" + depot.text("id") + "' is the name of another depot or of a site",
                        "where a kit stands could not be said by a name",
                        "Give the depot a name of its own");
            }
            for (Node site : depot.list("serves")) {
                checkServed(site, sites, served);
            }
            boolean all = depot.list("serves").isEmpty();
            if (all && rest) {
                findings.error(
                        "two-depots-for-a-site",
                        depot.place(),
                        "two depots serve every site that no other names",
                        "each would rely on the other, or both would send",
                        "Say with 'serves' which sites the depot serves");
            }
            rest = rest || all;
        }
        for (Node site : sites) {
            if (!rest && !served.containsKey(site.text("id"))) {
                findings.error(
                        "site-without-depot",
                        site.get("id").place(),
                        "no depot serves the site '" + site.text("id") + "'",
                        "nobody could be randomised there",
                        "Add it to the 'serves' of a depot, or leave 'serves' out");
            }
        }
    }

    private void checkServed(Node site, List<Node> sites, Map<String, Node> served) {
        if (sites.stream().noneMatch(known -> known.text("id").equals(site.text()))) {
            findings.error(
                    "unknown-site",
                    site.place(),
                    "there is no site '" + site.text() + "'",
                    "kits would be kept for nobody",
                    "Correct the name, or add the site to 'sites'");
        }
        if (served.put(site.text(), site) != null) {
            findings.error(
                    "two-depots-for-a-site",
                    site.place(),
                    "the site '" + site.text() + "' is served by two depots",
                    "each would rely on the other, or both would send",
                    "Name the site with one of them");
        }
    }

    private void checkStorage(Node storage) {
        if (celsius(storage.get("coldest")).compareTo(celsius(storage.get("warmest"))) > 0) {
            findings.error(
                    "impossible-temperatures",
                    storage.place(),
                    "the coldest temperature is above the warmest",
                    "every shipment would be an excursion",
                    "Exchange the two");
        }
    }

    private void checkResupply(Node supply) {
        Node resupply = supply.get("resupply");
        if (resupply.integer("up-to") < resupply.integer("below")) {
            findings.error(
                    "impossible-resupply",
                    resupply.get("up-to").place(),
                    "a site with fewer than " + resupply.integer("below") + " sets is filled up to "
                            + resupply.integer("up-to"),
                    "it would have too few after every shipment",
                    "Write at least 'up-to: " + resupply.integer("below") + "'");
        }
        if (supply.integer("sets") < resupply.integer("up-to")) {
            findings.error(
                    "impossible-resupply",
                    supply.get("sets").place(),
                    "a labelling of " + supply.integer("sets") + " sets is fewer than one site is filled up to",
                    "the depot would be empty after the first shipment",
                    "Write at least 'sets: " + resupply.integer("up-to") + "'");
        }
    }
}

package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
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
        Set<String> served = new HashSet<>();
        boolean rest = false;
        for (Node depot : supply.list("depots")) {
            if (sites.stream().anyMatch(site -> site.text("id").equals(depot.text("id")))) {
                NamedOnce.twice("depots and sites", depot.get("id"), findings);
            }
            depot.list("serves").forEach(site -> checkServed(site, sites, served));
            if (depot.list("serves").isEmpty()) {
                if (rest) {
                    notOneDepot(
                            depot,
                            "two depots serve every site that no other names",
                            "Say with 'serves' which sites this depot serves");
                }
                rest = true;
            }
        }
        for (Node site : sites) {
            if (!rest && !served.contains(site.text("id"))) {
                notOneDepot(
                        site.get("id"),
                        "no depot serves the site '" + site.text("id") + "'",
                        "Add it to what a depot serves, or leave out 'serves' of one");
            }
        }
    }

    private void checkServed(Node site, List<Node> sites, Set<String> served) {
        if (sites.stream().noneMatch(known -> known.text("id").equals(site.text()))) {
            notOneDepot(site, "a depot serves '" + site.text() + "', which is no site", "Correct the name");
        } else if (!served.add(site.text())) {
            notOneDepot(site, "two depots serve the site '" + site.text() + "'", "Name it with one of them");
        }
    }

    private void notOneDepot(Node where, String message, String fix) {
        findings.error(
                "not-one-depot",
                where.place(),
                message,
                "with no depot nobody could be randomised at a site, and of two each would rely on the other",
                fix);
    }

    private void checkStorage(Node storage) {
        if (celsius(storage.get("coldest")).compareTo(celsius(storage.get("warmest"))) > 0) {
            impossible(
                    storage.get("coldest"),
                    "kits may not be colder than " + storage.text("coldest") + " and not warmer than "
                            + storage.text("warmest"),
                    "Exchange the two");
        }
    }

    private void checkResupply(Node supply) {
        Node resupply = supply.get("resupply");
        int below = resupply.integer("below");
        int upTo = resupply.integer("up-to");
        if (upTo < below) {
            impossible(
                    resupply.get("up-to"),
                    "a site that has fewer than " + below + " sets is filled up to " + upTo,
                    "Write at least 'up-to: " + below + "'");
        }
        if (supply.integer("sets") < upTo) {
            impossible(
                    supply.get("sets"),
                    "a labelling of " + supply.integer("sets") + " sets cannot fill one site up to " + upTo,
                    "Write at least 'sets: " + upTo + "'");
        }
    }

    private void impossible(Node where, String message, String fix) {
        findings.error("impossible-supply", where.place(), message, "a site would never have what it needs", fix);
    }
}

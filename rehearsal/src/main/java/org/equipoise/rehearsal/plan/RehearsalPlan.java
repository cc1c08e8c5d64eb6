package org.equipoise.rehearsal.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.models.Model;

/// What a rehearsal assumes, in one scenario.
///
/// @param scenario its name, `default` where nothing is replaced
/// @param says what it is, in a sentence
/// @param effects what one dose of each arm is worth to the body, by arm
/// @param everywhere what is assumed at every site that has no circumstances of its own
/// @param transport what happens to kits on their way
/// @param sites by site
/// @param moreSites sites that the protocol does not have, with their offsets from UTC; see [MoreSites]
/// @param arms parameters of the bodies that happen to be allocated to an arm: an imbalance of background
/// @param ensemble parameters drawn anew for every trial: their spread on the log scale
/// @param observables form → the model's observable that answers it
/// @param assumptions everything above as read, for the report
public record RehearsalPlan(
        String scenario,
        String says,
        Model model,
        LocalDate start,
        Map<String, Double> effects,
        Circumstances everywhere,
        Transport transport,
        Map<String, Circumstances> sites,
        SortedMap<String, String> moreSites,
        Map<String, Map<String, Double>> arms,
        Map<String, Double> ensemble,
        Optional<Prior> prior,
        Map<String, String> observables,
        List<Assumption> assumptions) {
    public static final String DEFAULT = "default";

    public RehearsalPlan {
        effects = Map.copyOf(effects);
        sites = Map.copyOf(sites);
        moreSites = Collections.unmodifiableSortedMap(new TreeMap<>(moreSites));
        arms = Map.copyOf(arms);
        ensemble = Map.copyOf(ensemble);
        observables = Map.copyOf(observables);
        assumptions = List.copyOf(assumptions);
    }

    public Circumstances at(String site) {
        return sites.getOrDefault(site, everywhere);
    }

    /// The same plan in a world where the treatment makes no difference.
    public RehearsalPlan withoutEffect() {
        Map<String, Double> none = new HashMap<>(effects);
        none.replaceAll((arm, amount) -> 0.0);
        return new RehearsalPlan(
                scenario,
                says,
                model,
                start,
                none,
                everywhere,
                transport,
                sites,
                moreSites,
                Map.of(),
                ensemble,
                prior,
                observables,
                assumptions);
    }
}

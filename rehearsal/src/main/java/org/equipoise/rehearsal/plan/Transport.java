package org.equipoise.rehearsal.plan;

import java.util.Map;

/// What happens to kits on their way to participants and back.
///
/// @param days from the depot to a site
/// @param excursion probability that a shipment was too warm on its way
/// @param decisionDays days until it is decided whether kits in quarantine may be used
/// @param rejected probability that kits that were too warm may not be used
/// @param damaged probability that a kit is damaged on its way
/// @param lost probability that a kit is lost on its way
/// @param spoiled probability that one of the kits on a site's shelf is found spoiled when the pharmacist looks
/// @param broken probability that a kit which is handed out cannot be used
/// @param kept probability that a participant does not bring a kit back
public record Transport(
        int days,
        double excursion,
        int decisionDays,
        double rejected,
        double damaged,
        double lost,
        double spoiled,
        double broken,
        double kept) {
    private static final double USUAL_DAYS = 2;
    private static final double USUAL_DECISION = 3;

    static Transport of(Map<String, Double> numbers) {
        return new Transport(
                numbers.getOrDefault("transit-days", USUAL_DAYS).intValue(),
                numbers.getOrDefault("excursion", 0.0),
                numbers.getOrDefault("decision-days", USUAL_DECISION).intValue(),
                numbers.getOrDefault("rejected", 0.0),
                numbers.getOrDefault("damaged", 0.0),
                numbers.getOrDefault("lost", 0.0),
                numbers.getOrDefault("spoiled", 0.0),
                numbers.getOrDefault("broken", 0.0),
                numbers.getOrDefault("kept", 0.0));
    }
}

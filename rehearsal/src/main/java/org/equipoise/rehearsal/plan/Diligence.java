package org.equipoise.rehearsal.plan;

import java.util.Map;

/// How carefully staff work.
///
/// @param forgottenItem probability that a required item is forgotten when a form is filled in
/// @param wrongEntry probability that an item is entered wrongly
/// @param secondLook probability that a wrong entry which nothing else caught is found when the source is reviewed
public record Diligence(double forgottenItem, double wrongEntry, double secondLook) {

    static Diligence of(Map<String, Double> numbers) {
        return new Diligence(
                numbers.getOrDefault("forgotten-item", 0.0),
                numbers.getOrDefault("wrong-entry", 0.0),
                numbers.getOrDefault("second-look", 1.0));
    }
}

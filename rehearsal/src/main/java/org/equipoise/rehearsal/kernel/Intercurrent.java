package org.equipoise.rehearsal.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Estimand.Detection;
import org.equipoise.protocol.endpoint.Estimand.IntercurrentEvent;
import org.equipoise.protocol.endpoint.Estimand.Strategy;
import org.equipoise.rehearsal.course.Places;

/// Whether an intercurrent event happened to a participant.
final class Intercurrent {
    /// Decimals of a share of the doses, as the data sets have it.
    private static final int DECIMALS = 4;

    private final Places places;
    private final Followed participant;

    Intercurrent(Places places, Followed participant) {
        this.places = places;
        this.participant = participant;
    }

    /// Whether an event with the composite strategy bears on an encounter.
    boolean makesNonResponder(Estimand estimand, int encounter) {
        return estimand.intercurrentEvents().stream()
                .filter(event -> event.strategy() == Strategy.COMPOSITE)
                .anyMatch(event -> happened(event, encounter));
    }

    /// Whether an event happened at any time.
    boolean happened(IntercurrentEvent event) {
        return happened(event, places.encounters().size());
    }

    private boolean happened(IntercurrentEvent event, int until) {
        return event.detected().stream().anyMatch(detection -> switch (detection) {
            case Detection.Held(var condition) -> held(condition, until);
            case Detection.Ended(var how, var reasons) -> ended(how, reasons, until);
            // Nobody's code is broken in a rehearsal.
            case Detection.Unblinded _ -> false;
            case Detection.Underdosed(var share) -> adherence().compareTo(share) < 0;
        });
    }

    private boolean held(Condition condition, int until) {
        int last = Math.min(until, places.encounters().size() - 1);
        for (int encounter = places.dayOne(); encounter <= last; encounter++) {
            if (condition.truth(new VisitAnswers(places, participant.chart(), encounter)) == Truth.TRUE) {
                return true;
            }
        }
        return false;
    }

    private boolean ended(List<String> how, List<String> reasons, int until) {
        return participant
                .ending()
                .filter(ending -> how.contains(ending.how()))
                .filter(ending -> reasons.isEmpty() || reasons.contains(ending.reason()))
                .filter(ending -> first(ending.date()) <= until)
                .isPresent();
    }

    /// The first encounter planned on the day or later.
    private int first(LocalDate day) {
        List<Encounter> encounters = places.encounters();
        int place = places.dayOne();
        while (place < encounters.size()
                && encounters.get(place).planned(participant.chart().dayOne()).isBefore(day)) {
            place++;
        }
        return place;
    }

    BigDecimal adherence() {
        return BigDecimal.valueOf(participant.doses())
                .divide(BigDecimal.valueOf(places.study().design().doses()), DECIMALS, RoundingMode.HALF_UP);
    }
}

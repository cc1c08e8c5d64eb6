package org.equipoise.app.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.equipoise.app.staging.Stage;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.kernel.Followed;
import org.equipoise.statistics.random.Seed;

/// Responses of all participants of many trials of the kernel, by visit and arm.
record PooledResponses(SequencedMap<String, Map<String, Share>> byVisit) {

    record Share(long responders, long participants) {
        Share and(Share other) {
            return new Share(responders + other.responders, participants + other.participants);
        }

        double value() {
            return (double) responders / participants;
        }

        double monteCarloError() {
            return Math.sqrt(value() * (1 - value()) / participants);
        }
    }

    /// The endpoint of the first primary analysis at each of its visits, in trials 1 to `trials`.
    static PooledResponses of(String study, String scenario, long trials) {
        TestStudies.Rehearsable rehearsable = TestStudies.rehearsable(study, scenario);
        Places places = new Places(rehearsable.study());
        Endpoint endpoint = rehearsable.study().plan().primary().getFirst().endpoint();
        return LongStream.rangeClosed(1, trials)
                .parallel()
                .mapToObj(trial -> of(new Stage(places, rehearsable.plan(), Seed.of(1), trial), endpoint))
                .reduce(PooledResponses::and)
                .orElseThrow();
    }

    private static PooledResponses of(Stage stage, Endpoint endpoint) {
        Map<ArmCode, String> arms = stage.secrets().arms().arms();
        SequencedMap<String, Map<String, Share>> byVisit = new LinkedHashMap<>();
        for (Followed participant : stage.kernel().run()) {
            String arm = Objects.requireNonNull(arms.get(participant.code()));
            for (String at : endpoint.at()) {
                int responds = participant.response(endpoint, at).equals("responder") ? 1 : 0;
                byVisit.computeIfAbsent(at, _ -> new LinkedHashMap<>()).merge(arm, new Share(responds, 1), Share::and);
            }
        }
        return new PooledResponses(byVisit);
    }

    private PooledResponses and(PooledResponses other) {
        SequencedMap<String, Map<String, Share>> sums = new LinkedHashMap<>();
        for (PooledResponses part : new PooledResponses[] {this, other}) {
            part.byVisit.forEach((at, arms) -> arms.forEach((arm, share) ->
                    sums.computeIfAbsent(at, _ -> new LinkedHashMap<>()).merge(arm, share, Share::and)));
        }
        return new PooledResponses(sums);
    }

    Share at(String visit, String arm) {
        return Objects.requireNonNull(Objects.requireNonNull(byVisit.get(visit)).get(arm));
    }
}

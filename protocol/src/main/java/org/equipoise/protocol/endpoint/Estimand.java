package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.expression.Condition;

/// The five attributes of ICH E9(R1), in the protocol's words, and how the record tells each intercurrent event.
///
/// @param endpoint the variable
public record Estimand(
        String id,
        String population,
        String treatments,
        String endpoint,
        List<IntercurrentEvent> intercurrentEvents,
        String summary) {
    public Estimand {
        intercurrentEvents = List.copyOf(intercurrentEvents);
    }

    /// The same with only those intercurrent events that count as non-response.
    public Estimand composites() {
        return new Estimand(
                id,
                population,
                treatments,
                endpoint,
                intercurrentEvents.stream()
                        .filter(event -> event.strategy() == Strategy.COMPOSITE)
                        .toList(),
                summary);
    }

    /// What may happen after randomisation that changes what the variable means or whether it exists.
    ///
    /// @param detected absent where the record has nothing that tells it
    public record IntercurrentEvent(String id, String event, Strategy strategy, Optional<Detection> detected) {}

    /// The five strategies of ICH E9(R1), A.3.2.
    public enum Strategy {
        TREATMENT_POLICY("treatment policy"),
        HYPOTHETICAL("hypothetical"),
        COMPOSITE("composite variable: counts as non-response"),
        WHILE_ON_TREATMENT("while on treatment"),
        PRINCIPAL_STRATUM("principal stratum");

        private final String words;

        Strategy(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// How the record tells that an intercurrent event has happened.
    public sealed interface Detection {

        /// From the first visit held at which the condition holds.
        record Held(Condition condition) implements Detection {}

        /// From the day on which participation ended in one of these ways (and for one of these reasons, if any is
        /// named).
        record Ended(List<String> how, List<String> reasons) implements Detection {
            public Ended {
                how = List.copyOf(how);
                reasons = List.copyOf(reasons);
            }
        }

        /// From the day on which the participant's code was broken.
        record Unblinded() implements Detection {}

        /// Where less than this share of the doses due was given.
        record Underdosed(BigDecimal share) implements Detection {}
    }
}

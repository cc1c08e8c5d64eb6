package org.equipoise.protocol.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.instruments.CompositeResponse;
import org.equipoise.instruments.Instrument;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Label;

/// A variable that answers a question of the trial, derived from the record at each of its visits.
public sealed interface Endpoint {
    String id();

    Label label();

    /// The visit it starts from.
    String baseline();

    /// The visits it is derived at, in the order of the schedule.
    List<String> at();

    /// Response by a composite instrument (responder, non-responder, not evaluable).
    record Response(
            String id,
            Label label,
            String baseline,
            List<String> at,
            Instrument instrument,
            CompositeResponse response,
            Map<String, Input> inputs)
            implements Endpoint {
        public Response {
            at = List.copyOf(at);
            inputs = Map.copyOf(inputs);
        }
    }

    /// What answers an input of an instrument.
    sealed interface Input {
        /// An item, or a score.
        record Recorded(ItemName item) implements Input {}

        /// A derivation: yes where it holds, no where it does not.
        record Derived(String derivation) implements Input {}
    }

    /// A condition judged at the visit: responder where it holds.
    ///
    /// @param among who is in question at all, by a condition at baseline
    record State(String id, Label label, String baseline, List<String> at, Condition holds, Optional<Condition> among)
            implements Endpoint {
        public State {
            at = List.copyOf(at);
        }
    }

    /// Change of one item or score from baseline.
    record Change(String id, Label label, String baseline, List<String> at, ItemName item, String unit)
            implements Endpoint {
        public Change {
            at = List.copyOf(at);
        }
    }

    /// One item or score itself, at baseline too if the visits name it.
    record Level(String id, Label label, String baseline, List<String> at, ItemName item, String unit)
            implements Endpoint {
        public Level {
            at = List.copyOf(at);
        }
    }

    /// Whether it is answered by a word and not by a number.
    default boolean isResponse() {
        return switch (this) {
            case Response _, State _ -> true;
            case Change _, Level _ -> false;
        };
    }
}

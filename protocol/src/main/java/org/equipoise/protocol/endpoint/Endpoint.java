package org.equipoise.protocol.endpoint;

import java.util.Map;
import org.equipoise.instruments.CompositeResponse;
import org.equipoise.instruments.Instrument;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Label;

/// A variable that answers a question of the trial, derived from items at two visits.
public sealed interface Endpoint {
    String id();

    Label label();

    /// The visit it starts from.
    String baseline();

    /// The visit it is measured at.
    String at();

    /// Response by a composite instrument (responder, non-responder, not evaluable).
    record Response(
            String id,
            Label label,
            String baseline,
            String at,
            Instrument instrument,
            CompositeResponse response,
            Map<String, ItemName> inputs)
            implements Endpoint {
        public Response {
            inputs = Map.copyOf(inputs);
        }
    }

    /// Change of one item or score from baseline.
    record Change(String id, Label label, String baseline, String at, ItemName item, String unit) implements Endpoint {}
}

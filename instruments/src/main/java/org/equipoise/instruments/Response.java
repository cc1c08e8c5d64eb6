package org.equipoise.instruments;

import java.util.List;
import java.util.stream.Collectors;

/// Whether a participant responded, in three answers. What is missing stays missing here: imputing it is the
/// analysis's business, with its own name for the rule.
public sealed interface Response {

    /// Every component is met.
    record Responder() implements Response {
        @Override
        public String toString() {
            return "responder";
        }
    }

    /// At least one component is not met, whatever the others would say.
    record NonResponder(List<String> failed) implements Response {
        public NonResponder {
            failed = List.copyOf(failed);
        }

        @Override
        public String toString() {
            return "non-responder(" + String.join(",", failed) + ")";
        }
    }

    /// No component is known to fail, and these cannot be judged.
    record NotEvaluable(List<Open> open) implements Response {
        public NotEvaluable {
            open = List.copyOf(open);
        }

        /// The names of the components that cannot be judged.
        public List<String> components() {
            return open.stream().map(Open::component).toList();
        }

        @Override
        public String toString() {
            return open.stream().map(Open::component).collect(Collectors.joining(",", "not-evaluable(", ")"));
        }
    }

    /// A component that cannot be judged, and why.
    record Open(String component, String why) {}
}

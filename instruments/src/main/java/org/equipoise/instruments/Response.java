package org.equipoise.instruments;

import java.util.List;

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
    record NotEvaluable(List<String> missing) implements Response {
        public NotEvaluable {
            missing = List.copyOf(missing);
        }

        @Override
        public String toString() {
            return "not-evaluable(" + String.join(",", missing) + ")";
        }
    }
}

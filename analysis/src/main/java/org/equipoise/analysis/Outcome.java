package org.equipoise.analysis;

import org.equipoise.language.identity.ParticipantId;

/// A response as an analysis counts it.
enum Outcome {
    RESPONDER,
    NON_RESPONDER,
    MISSING,
    NOT_IN_QUESTION;

    /// By the data set's word; an intercurrent event with the composite strategy makes a non-responder of anyone in
    /// question.
    static Outcome of(Variable response, ParticipantId participant, boolean composite) {
        String word = response.value(participant).orElse("nothing");
        Outcome outcome = switch (word) {
            case "responder" -> RESPONDER;
            case "non-responder" -> NON_RESPONDER;
            case "not-evaluable" -> MISSING;
            case "not-in-question" -> NOT_IN_QUESTION;
            default -> throw new IllegalStateException(word + " is no response");
        };
        return composite && outcome != NOT_IN_QUESTION ? NON_RESPONDER : outcome;
    }
}

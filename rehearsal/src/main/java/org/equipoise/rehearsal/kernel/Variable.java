package org.equipoise.rehearsal.kernel;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.instruments.Response;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.rehearsal.course.Places;

/// What an endpoint comes to for one participant, derived apart from the data sets: two ways to one answer.
final class Variable {
    private static final Answer YES = new Answer.Known(new Value.Code("yes"));
    private static final Answer NO = new Answer.Known(new Value.Code("no"));

    private final Places places;

    Variable(Places places) {
        this.places = places;
    }

    /// A response as a word of the data sets.
    String response(Endpoint endpoint, String at, Chart chart) {
        return switch (endpoint) {
            case Endpoint.Response response -> composite(response, at, chart);
            case Endpoint.State state -> state(state, at, chart);
            case Endpoint.Change _, Endpoint.Level _ ->
                throw new IllegalArgumentException(endpoint.id() + " is a number");
        };
    }

    private String composite(Endpoint.Response endpoint, String at, Chart chart) {
        var before = new VisitAnswers(places, chart, places.encounter(endpoint.baseline()));
        var now = new VisitAnswers(places, chart, places.encounter(at));
        Response response = endpoint.response()
                .respond(input -> answer(endpoint, input, before), input -> answer(endpoint, input, now));
        return switch (response) {
            case Response.Responder _ -> "responder";
            case Response.NonResponder _ -> "non-responder";
            case Response.NotEvaluable _ -> "not-evaluable";
        };
    }

    private static Answer answer(Endpoint.Response endpoint, String input, VisitAnswers visit) {
        return switch (Objects.requireNonNull(endpoint.inputs().get(input), input)) {
            case Endpoint.Input.Recorded(var item) -> visit.answer(item);
            case Endpoint.Input.Derived(var derivation) ->
                switch (visit.derived(derivation).truth()) {
                    case TRUE -> YES;
                    case FALSE -> NO;
                    case UNKNOWN -> new Answer.Unknown(derivation);
                };
        };
    }

    private String state(Endpoint.State endpoint, String at, Chart chart) {
        var before = new VisitAnswers(places, chart, places.encounter(endpoint.baseline()));
        if (endpoint.among().isPresent() && endpoint.among().get().truth(before) != Truth.TRUE) {
            return "not-in-question";
        }
        return switch (endpoint.holds().truth(new VisitAnswers(places, chart, places.encounter(at)))) {
            case TRUE -> "responder";
            case FALSE -> "non-responder";
            case UNKNOWN -> "not-evaluable";
        };
    }

    /// A number, where there is an exact one.
    Optional<BigDecimal> number(Endpoint endpoint, String at, Chart chart) {
        return switch (endpoint) {
            case Endpoint.Level level -> amount(chart, at, level.item());
            case Endpoint.Change change ->
                amount(chart, change.baseline(), change.item())
                        .flatMap(before -> amount(chart, at, change.item()).map(now -> now.subtract(before)));
            case Endpoint.Response _, Endpoint.State _ ->
                throw new IllegalArgumentException(endpoint.id() + " is a response");
        };
    }

    private Optional<BigDecimal> amount(Chart chart, String encounter, ItemName item) {
        return chart.answer(places.encounter(encounter), item) instanceof Answer.Known(Value.Amount(var decimal))
                ? Optional.of(decimal)
                : Optional.empty();
    }
}

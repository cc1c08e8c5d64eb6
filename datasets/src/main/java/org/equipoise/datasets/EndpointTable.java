package org.equipoise.datasets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.instruments.Response;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.endpoint.Endpoint;

/// One row for every randomised participant and endpoint. What is missing stays missing: imputing it is the
/// analysis's business.
final class EndpointTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("endpoint", "Endpoint", Kind.CODE, "PARAMCD"),
            Column.of("encounter", "Encounter", Kind.CODE, "AVISIT"),
            Column.of("response", "Response", Kind.CODE, "AVALC"),
            Column.of("failed", "Components that failed", Kind.CODE),
            Column.of("missing", "Components, or visits, that could not be evaluated", Kind.CODE),
            Column.of("baseline", "Value at baseline", Kind.DECIMAL, "BASE"),
            Column.of("value", "Value at the encounter", Kind.DECIMAL, "AVAL"),
            Column.of("change", "Change from baseline", Kind.DECIMAL, "CHG"),
            Column.of("unit", "Unit (UCUM)", Kind.CODE));

    private final Plan plan;
    private final List<Endpoint> endpoints;

    EndpointTable(Plan plan, List<Endpoint> endpoints) {
        this.plan = plan;
        this.endpoints = endpoints;
    }

    Dataset of(List<Course> courses) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            if (participant.randomization().isPresent()) {
                endpoints.forEach(endpoint -> rows.add(row(participant, endpoint)));
            }
        }
        return new Dataset("endpoints", "Endpoints of randomised participants", COLUMNS, rows);
    }

    private Row row(Course participant, Endpoint endpoint) {
        Reading reading = new Reading();
        Finding found = switch (endpoint) {
            case Endpoint.Response response -> response(participant, response, reading);
            case Endpoint.Change change -> change(participant, change, reading);
        };
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(endpoint.id()),
                        Optional.of(endpoint.at()),
                        found.response(),
                        found.failed(),
                        found.missing(),
                        found.baseline(),
                        found.value(),
                        found.change(),
                        found.unit()),
                reading.sources());
    }

    /// What was found of an endpoint, as the columns print it.
    private record Finding(
            Optional<String> response,
            Optional<String> failed,
            Optional<String> missing,
            Optional<String> baseline,
            Optional<String> value,
            Optional<String> change,
            Optional<String> unit) {

        static Finding response(String response, List<String> failed, List<String> missing) {
            Optional<String> none = Optional.empty();
            return new Finding(Optional.of(response), words(failed), words(missing), none, none, none, none);
        }
    }

    private Finding response(Course participant, Endpoint.Response endpoint, Reading reading) {
        int before = plan.place(endpoint.baseline());
        int at = plan.place(endpoint.at());
        Response response = endpoint.response()
                .respond(
                        input -> reading.answer(participant, before, item(endpoint, input)),
                        input -> reading.answer(participant, at, item(endpoint, input)));
        return switch (response) {
            case Response.Responder _ -> Finding.response("responder", List.of(), List.of());
            case Response.NonResponder(var failed) -> Finding.response("non-responder", failed, List.of());
            case Response.NotEvaluable open -> Finding.response("not-evaluable", List.of(), open.components());
        };
    }

    private static ItemName item(Endpoint.Response endpoint, String input) {
        ItemName item = endpoint.inputs().get(input);
        if (item == null) {
            throw new IllegalStateException("no item answers '" + input + "' of " + endpoint.id());
        }
        return item;
    }

    private Finding change(Course participant, Endpoint.Change endpoint, Reading reading) {
        Optional<BigDecimal> before =
                amount(reading.answer(participant, plan.place(endpoint.baseline()), endpoint.item()));
        Optional<BigDecimal> at = amount(reading.answer(participant, plan.place(endpoint.at()), endpoint.item()));
        List<String> missing = new ArrayList<>();
        if (before.isEmpty()) {
            missing.add(endpoint.baseline());
        }
        if (at.isEmpty()) {
            missing.add(endpoint.at());
        }
        return new Finding(
                Optional.empty(),
                Optional.empty(),
                words(missing),
                before.map(BigDecimal::toPlainString),
                at.map(BigDecimal::toPlainString),
                before.flatMap(from -> at.map(to -> to.subtract(from).toPlainString())),
                Optional.of(endpoint.unit()));
    }

    /// A number beyond a limit of measurement, or a score with items missing, has no exact change.
    private static Optional<BigDecimal> amount(Answer answer) {
        return answer instanceof Answer.Known(Value.Amount(var decimal)) ? Optional.of(decimal) : Optional.empty();
    }

    private static Optional<String> words(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }
}

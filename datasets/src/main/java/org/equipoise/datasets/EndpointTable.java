package org.equipoise.datasets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.instruments.Response;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.endpoint.Endpoint;

/// One row for every randomised participant, endpoint and visit of the endpoint. What is missing stays missing:
/// imputing it is the analysis's business.
final class EndpointTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("endpoint", "Endpoint", Kind.CODE, "PARAMCD"),
            Column.of("encounter", "Encounter", Kind.CODE, "AVISIT"),
            Column.of("response", "Response", Kind.CODE, "AVALC"),
            Column.of("failed", "Components that failed", Kind.CODE),
            Column.of("missing", "Components, items or visits that could not be evaluated", Kind.CODE),
            Column.of("baseline", "Value at baseline", Kind.DECIMAL, "BASE"),
            Column.of("value", "Value at the encounter", Kind.DECIMAL, "AVAL"),
            Column.of("change", "Change from baseline", Kind.DECIMAL, "CHG"),
            Column.of("unit", "Unit (UCUM)", Kind.CODE));

    private static final Answer YES = new Answer.Known(new Value.Code("yes"));
    private static final Answer NO = new Answer.Known(new Value.Code("no"));

    private final Plan plan;

    EndpointTable(Plan plan) {
        this.plan = plan;
    }

    /// An endpoint and the visits at which it is wanted.
    record Wanted(Endpoint endpoint, List<String> at) {}

    Dataset of(List<Course> courses, List<Wanted> wanted) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            if (participant.randomization().isPresent()) {
                for (Wanted each : wanted) {
                    each.at().forEach(at -> rows.add(row(participant, each.endpoint(), at)));
                }
            }
        }
        return new Dataset("endpoints", "Endpoints of randomised participants", COLUMNS, rows);
    }

    private Row row(Course participant, Endpoint endpoint, String at) {
        Reading reading = new Reading();
        Finding found = switch (endpoint) {
            case Endpoint.Response response -> response(participant, response, at, reading);
            case Endpoint.State state -> state(participant, state, at, reading);
            case Endpoint.Change change -> change(participant, change, at, reading);
            case Endpoint.Level level -> level(participant, level, at, reading);
        };
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(endpoint.id()),
                        Optional.of(at),
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

    private Finding response(Course participant, Endpoint.Response endpoint, String at, Reading reading) {
        VisitAnswers before = new VisitAnswers(plan, participant, plan.place(endpoint.baseline()), reading);
        VisitAnswers visit = new VisitAnswers(plan, participant, plan.place(at), reading);
        Response response = endpoint.response()
                .respond(input -> answer(endpoint, input, before), input -> answer(endpoint, input, visit));
        return switch (response) {
            case Response.Responder _ -> Finding.response("responder", List.of(), List.of());
            case Response.NonResponder(var failed) -> Finding.response("non-responder", failed, List.of());
            case Response.NotEvaluable open -> Finding.response("not-evaluable", List.of(), open.components());
        };
    }

    private static Answer answer(Endpoint.Response endpoint, String input, VisitAnswers visit) {
        Endpoint.Input answering = endpoint.inputs().get(input);
        if (answering == null) {
            throw new IllegalStateException("nothing answers '" + input + "' of " + endpoint.id());
        }
        return switch (answering) {
            case Endpoint.Input.Recorded(var item) -> visit.answer(item);
            case Endpoint.Input.Derived(var derivation) ->
                switch (visit.derived(derivation).truth()) {
                    case TRUE -> YES;
                    case FALSE -> NO;
                    case UNKNOWN -> new Answer.Unknown(derivation + " is not known");
                };
        };
    }

    /// Who is not in question at baseline is neither a responder nor missing.
    private Finding state(Course participant, Endpoint.State endpoint, String at, Reading reading) {
        int before = plan.place(endpoint.baseline());
        if (endpoint.among().isPresent()) {
            Judgement among = endpoint.among().get().judge(new VisitAnswers(plan, participant, before, reading));
            if (among.truth() != Truth.TRUE) {
                return Finding.response("not-in-question", List.of(), names(among.settledBy()));
            }
        }
        int visit = plan.place(at);
        Judgement holds = endpoint.holds().judge(new VisitAnswers(plan, participant, visit, reading));
        return switch (holds.truth()) {
            case TRUE -> Finding.response("responder", List.of(), List.of());
            case FALSE -> Finding.response("non-responder", List.of(), List.of());
            case UNKNOWN -> Finding.response("not-evaluable", List.of(), names(holds.settledBy()));
        };
    }

    private static List<String> names(SortedSet<ItemName> items) {
        return items.stream().map(ItemName::toString).toList();
    }

    private Finding change(Course participant, Endpoint.Change endpoint, String visit, Reading reading) {
        Optional<BigDecimal> before =
                amount(reading.answer(participant, plan.place(endpoint.baseline()), endpoint.item()));
        Optional<BigDecimal> at = amount(reading.answer(participant, plan.place(visit), endpoint.item()));
        List<String> missing = new ArrayList<>();
        if (before.isEmpty()) {
            missing.add(endpoint.baseline());
        }
        if (at.isEmpty()) {
            missing.add(visit);
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

    private Finding level(Course participant, Endpoint.Level endpoint, String visit, Reading reading) {
        Optional<BigDecimal> at = amount(reading.answer(participant, plan.place(visit), endpoint.item()));
        return new Finding(
                Optional.empty(),
                Optional.empty(),
                at.isPresent() ? Optional.empty() : Optional.of(visit),
                Optional.empty(),
                at.map(BigDecimal::toPlainString),
                Optional.empty(),
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

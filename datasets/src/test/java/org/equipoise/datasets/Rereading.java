package org.equipoise.datasets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.instruments.Component;
import org.equipoise.instruments.Response;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.journal.history.ItemHistory;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.reading.Study;

/// The tables by the slow and obvious way: the journal is read again for every cell.
final class Rereading {
    private final Study study;
    private final List<JournalledEvent> events;

    Rereading(Study study, List<JournalledEvent> events) {
        this.study = study;
        this.events = events;
    }

    List<Row> visits() {
        List<Row> rows = new ArrayList<>();
        for (ParticipantId participant : participants()) {
            for (Encounter encounter : study.design().encounters()) {
                all(VisitRecorded.class)
                        .filter(journalled -> {
                            VisitRecorded visit = (VisitRecorded) journalled.event();
                            return visit.participant().equals(participant)
                                    && visit.encounter().equals(encounter.id());
                        })
                        .forEach(journalled -> {
                            VisitRecorded visit = (VisitRecorded) journalled.event();
                            rows.add(new Row(
                                    cells(
                                            participant.text(),
                                            encounter.id(),
                                            visit.date().toString(),
                                            visit.earliest().toString(),
                                            visit.latest().toString(),
                                            visit.inWindow() ? "yes" : "no"),
                                    List.of(new Source.Event(journalled.seq()))));
                        });
            }
        }
        return rows;
    }

    List<Row> items() {
        List<Row> rows = new ArrayList<>();
        for (ParticipantId participant : participants()) {
            for (Encounter encounter : study.design().encounters()) {
                for (String form : encounter.forms()) {
                    for (Item item : study.form(form).orElseThrow().items()) {
                        last(participant, encounter.id(), item.name())
                                .ifPresent(step -> rows.add(new Row(
                                        cells(
                                                participant.text(),
                                                encounter.id(),
                                                form,
                                                item.name().item(),
                                                step.value(),
                                                item.type() instanceof ItemType.Amount(var unit, var _)
                                                        ? unit.code()
                                                        : null,
                                                step.missing()),
                                        List.of(new Source.Change(step.citation())))));
                    }
                }
            }
        }
        return rows;
    }

    List<Row> endpoints() {
        List<Row> rows = new ArrayList<>();
        for (ParticipantId participant : participants()) {
            if (all(ParticipantRandomized.class)
                    .anyMatch(e ->
                            ((ParticipantRandomized) e.event()).participant().equals(participant))) {
                study.endpoints()
                        .forEach(endpoint -> endpoint.at().forEach(at -> rows.add(row(participant, endpoint, at))));
            }
        }
        return rows;
    }

    private Row row(ParticipantId participant, Endpoint endpoint, String at) {
        return switch (endpoint) {
            case Endpoint.Response response -> response(participant, response, at);
            case Endpoint.State state -> state(participant, state, at);
            case Endpoint.Change change -> change(participant, change, at);
            case Endpoint.Level level -> level(participant, level, at);
        };
    }

    private Row state(ParticipantId participant, Endpoint.State endpoint, String at) {
        TreeSet<Source> sources = new TreeSet<>();
        if (endpoint.among().isPresent()
                && judge(participant, endpoint.among().get(), endpoint.baseline(), sources) != Truth.TRUE) {
            throw new IllegalStateException("no study of these tests asks among whom");
        }
        Truth holds = judge(participant, endpoint.holds(), at, sources);
        String word = holds == Truth.TRUE ? "responder" : holds == Truth.FALSE ? "non-responder" : "not-evaluable";
        String missing = holds == Truth.UNKNOWN
                ? endpoint.holds().items().stream()
                        .filter(item -> !(answer(participant, at, item) instanceof Answer.Known))
                        .map(ItemName::toString)
                        .reduce((one, other) -> one + " " + other)
                        .orElse(null)
                : null;
        return new Row(
                cells(participant.text(), endpoint.id(), at, word, null, missing, null, null, null, null),
                List.copyOf(sources));
    }

    private Truth judge(ParticipantId participant, Condition condition, String at, Set<Source> sources) {
        condition.items().forEach(item -> sources.addAll(sources(participant, at, item)));
        return condition.truth(item -> answer(participant, at, item));
    }

    private Row level(ParticipantId participant, Endpoint.Level endpoint, String at) {
        BigDecimal value = amount(answer(participant, at, endpoint.item()));
        return new Row(
                cells(
                        participant.text(),
                        endpoint.id(),
                        at,
                        null,
                        null,
                        value == null ? at : null,
                        null,
                        value == null ? null : value.toPlainString(),
                        null,
                        endpoint.unit()),
                List.copyOf(new TreeSet<>(sources(participant, at, endpoint.item()))));
    }

    private Row response(ParticipantId participant, Endpoint.Response endpoint, String visit) {
        Function<String, Answer> before = input -> answer(participant, endpoint.baseline(), item(endpoint, input));
        Function<String, Answer> at = input -> answer(participant, visit, item(endpoint, input));
        Response response = endpoint.response().respond(before, at);
        TreeSet<Source> sources = new TreeSet<>();
        for (Component component : endpoint.response().components()) {
            for (String input : component.reads()) {
                ItemName name = item(endpoint, input);
                sources.addAll(sources(participant, visit, name));
                if (!(component instanceof Component.Is)) {
                    sources.addAll(sources(participant, endpoint.baseline(), name));
                }
            }
        }
        String failed = response instanceof Response.NonResponder(var components) ? String.join(" ", components) : null;
        String missing = response instanceof Response.NotEvaluable open ? String.join(" ", open.components()) : null;
        String word = failed != null ? "non-responder" : missing != null ? "not-evaluable" : "responder";
        return new Row(
                cells(participant.text(), endpoint.id(), visit, word, failed, missing, null, null, null, null),
                List.copyOf(sources));
    }

    private static ItemName item(Endpoint.Response endpoint, String input) {
        return ((Endpoint.Input.Recorded) endpoint.inputs().get(input)).item();
    }

    private Row change(ParticipantId participant, Endpoint.Change endpoint, String visit) {
        BigDecimal before = amount(answer(participant, endpoint.baseline(), endpoint.item()));
        BigDecimal at = amount(answer(participant, visit, endpoint.item()));
        String missing = Stream.of(before == null ? endpoint.baseline() : "", at == null ? visit : "")
                .filter(named -> !named.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
        TreeSet<Source> sources = new TreeSet<>(sources(participant, endpoint.baseline(), endpoint.item()));
        sources.addAll(sources(participant, visit, endpoint.item()));
        return new Row(
                cells(
                        participant.text(),
                        endpoint.id(),
                        visit,
                        null,
                        null,
                        missing,
                        before == null ? null : before.toPlainString(),
                        at == null ? null : at.toPlainString(),
                        missing == null ? at.subtract(before).toPlainString() : null,
                        endpoint.unit()),
                List.copyOf(sources));
    }

    private static BigDecimal amount(Answer answer) {
        return answer instanceof Answer.Known(Value.Amount(var decimal)) ? decimal : null;
    }

    private Answer answer(ParticipantId participant, String encounter, ItemName name) {
        Form form = study.form(name.form()).orElseThrow();
        for (Score score : form.scores()) {
            if (score.name().equals(name)) {
                return score.of(item -> answer(participant, encounter, item));
            }
        }
        return last(participant, encounter, name)
                .<Answer>map(step -> step.value() == null
                        ? new Answer.Unknown(step.missing())
                        : form.item(name.item())
                                .orElseThrow()
                                .type()
                                .read(step.value())
                                .orElseThrow())
                .orElse(new Answer.Unknown("not recorded"));
    }

    private List<Source> sources(ParticipantId participant, String encounter, ItemName name) {
        Form form = study.form(name.form()).orElseThrow();
        List<ItemName> read = form.scores().stream()
                .filter(score -> score.name().equals(name))
                .flatMap(score -> score.inputs().values().stream())
                .toList();
        return (read.isEmpty() ? List.of(name) : read)
                .stream()
                        .flatMap(item -> last(participant, encounter, item).stream())
                        .<Source>map(step -> new Source.Change(step.citation()))
                        .toList();
    }

    private Optional<ItemHistory.Step> last(ParticipantId participant, String encounter, ItemName item) {
        List<ItemHistory.Step> steps =
                ItemHistory.of(events, participant, encounter, item).steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    private List<ParticipantId> participants() {
        return all(ConsentGiven.class)
                .map(journalled -> ((ConsentGiven) journalled.event()).participant())
                .sorted()
                .toList();
    }

    private Stream<JournalledEvent> all(Class<? extends TrialEvent> kind) {
        return events.stream().filter(journalled -> kind.isInstance(journalled.event()));
    }

    private static List<Optional<String>> cells(String... values) {
        return Arrays.stream(values).map(Optional::ofNullable).toList();
    }
}

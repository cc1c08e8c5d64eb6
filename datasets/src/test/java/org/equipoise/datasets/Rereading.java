package org.equipoise.datasets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.equipoise.instruments.Response;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.journal.history.ItemHistory;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.PartialDate;
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
        Judgement judged = Judgement.settled(true);
        if (endpoint.among().isPresent()) {
            judged = endpoint.among().get().judge(new Asked(participant, endpoint.baseline(), sources));
        }
        String word = "not-in-question";
        if (judged.truth() == Truth.TRUE) {
            judged = endpoint.holds().judge(new Asked(participant, at, sources));
            word = switch (judged.truth()) {
                case TRUE -> "responder";
                case FALSE -> "non-responder";
                case UNKNOWN -> "not-evaluable";
            };
        }
        String missing = judged.settledBy().stream()
                .map(ItemName::toString)
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
        return new Row(
                cells(participant.text(), endpoint.id(), at, word, null, missing, null, null, null, null),
                List.copyOf(sources));
    }

    /// The record as conditions ask it, each answer looked up in the journal, and what was asked noted down.
    private final class Asked implements Answers {
        private final ParticipantId participant;
        private final String encounter;
        private final Set<Source> sources;

        Asked(ParticipantId participant, String encounter, Set<Source> sources) {
            this.participant = participant;
            this.encounter = encounter;
            this.sources = sources;
        }

        @Override
        public Answer answer(ItemName item) {
            if (item.equals(Vocabulary.VISIT_ID)) {
                return new Answer.Known(new Value.Code(encounter));
            }
            if (item.equals(Vocabulary.VISIT_DATE)) {
                return visit().<Answer>map(visit -> new Answer.Known(new Value.Day(
                                PartialDate.read(visit.date().toString()).orElseThrow())))
                        .orElse(new Answer.Unknown(""));
            }
            if (item.equals(Vocabulary.VISIT_DAY)) {
                return visit().<Answer>map(visit -> new Answer.Known(new Value.Amount(day(visit.date()))))
                        .orElse(new Answer.Unknown(""));
            }
            sources.addAll(Rereading.this.sources(participant, encounter, item));
            return Rereading.this.answer(participant, encounter, item);
        }

        private Optional<VisitRecorded> visit() {
            Optional<JournalledEvent> found = all(VisitRecorded.class)
                    .filter(journalled -> {
                        VisitRecorded visit = (VisitRecorded) journalled.event();
                        return visit.participant().equals(participant)
                                && visit.encounter().equals(encounter);
                    })
                    .findFirst();
            found.ifPresent(journalled -> sources.add(new Source.Event(journalled.seq())));
            return found.map(journalled -> (VisitRecorded) journalled.event());
        }

        private BigDecimal day(LocalDate date) {
            LocalDate dayOne = all(ParticipantRandomized.class)
                    .map(journalled -> (ParticipantRandomized) journalled.event())
                    .filter(event -> event.participant().equals(participant))
                    .map(ParticipantRandomized::date)
                    .findFirst()
                    .orElseThrow();
            long days = date.toEpochDay() - dayOne.toEpochDay();
            return BigDecimal.valueOf(days < 0 ? days : days + 1);
        }

        @Override
        public Answers at(String other) {
            return new Asked(participant, other, sources);
        }

        @Override
        public Judgement derived(String derivation) {
            return study.derivation(derivation).orElseThrow().at(encounter, this);
        }
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
        TreeSet<Source> sources = new TreeSet<>();
        Asked before = new Asked(participant, endpoint.baseline(), sources);
        Asked at = new Asked(participant, visit, sources);
        Response response = endpoint.response()
                .respond(input -> asked(endpoint, input, before), input -> asked(endpoint, input, at));
        String failed = response instanceof Response.NonResponder(var components) ? String.join(" ", components) : null;
        String missing = response instanceof Response.NotEvaluable open ? String.join(" ", open.components()) : null;
        String word = failed != null ? "non-responder" : missing != null ? "not-evaluable" : "responder";
        return new Row(
                cells(participant.text(), endpoint.id(), visit, word, failed, missing, null, null, null, null),
                List.copyOf(sources));
    }

    private static Answer asked(Endpoint.Response endpoint, String input, Asked visit) {
        return switch (endpoint.inputs().get(input)) {
            case Endpoint.Input.Recorded(var item) -> visit.answer(item);
            case Endpoint.Input.Derived(var derivation) ->
                switch (visit.derived(derivation).truth()) {
                    case TRUE -> new Answer.Known(new Value.Code("yes"));
                    case FALSE -> new Answer.Known(new Value.Code("no"));
                    case UNKNOWN -> new Answer.Unknown("");
                };
        };
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
                if (!submitted(participant, encounter, name.form())) {
                    return new Answer.Unknown("not recorded");
                }
                return score.of(item -> answer(participant, where(participant, encounter, name, item), item));
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

    /// A score rests on its own form, and for what stands elsewhere on the latest form so far.
    private String where(ParticipantId participant, String encounter, ItemName score, ItemName item) {
        if (item.form().equals(score.form())) {
            return encounter;
        }
        List<String> soFar = study.design().encounters().stream()
                .map(Encounter::id)
                .takeWhile(id -> !id.equals(encounter))
                .toList();
        return Stream.concat(Stream.of(encounter), soFar.reversed().stream())
                .filter(id -> all(FormEvent.class)
                        .map(journalled -> (FormEvent) journalled.event())
                        .anyMatch(form -> form.participant().equals(participant)
                                && form.encounter().equals(id)
                                && form.form().equals(item.form())))
                .findFirst()
                .orElse(encounter);
    }

    /// Nothing of a score is read where its form was not filled in.
    private List<Source> sources(ParticipantId participant, String encounter, ItemName name) {
        Form form = study.form(name.form()).orElseThrow();
        List<ItemName> read = form.scores().stream()
                .filter(score -> score.name().equals(name))
                .flatMap(score -> score.inputs().values().stream())
                .toList();
        return (read.isEmpty() ? List.of(name) : read)
                .stream()
                        .filter(item -> read.isEmpty() || submitted(participant, encounter, name.form()))
                        .flatMap(item -> last(participant, where(participant, encounter, name, item), item).stream())
                        .<Source>map(step -> new Source.Change(step.citation()))
                        .toList();
    }

    private boolean submitted(ParticipantId participant, String encounter, String form) {
        return all(FormEvent.class)
                .map(journalled -> (FormEvent) journalled.event())
                .anyMatch(event -> event.participant().equals(participant)
                        && event.encounter().equals(encounter)
                        && event.form().equals(form));
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

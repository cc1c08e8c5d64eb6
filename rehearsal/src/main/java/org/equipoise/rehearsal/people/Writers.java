package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.FormFilling;
import org.equipoise.rehearsal.course.LogEntry;
import org.equipoise.rehearsal.course.Places;

/// The staff who write: each form by the first of those who may. Who is refused looks again; who is asked compares with
/// the source; some mistakes are found only when the source is reviewed, and some never.
final class Writers {
    private static final String SECOND_LOOK = "transcription error found on review of the source";
    private static final String QUERIED = "transcription error found by a data query";
    private static final String OBTAINED = "result obtained after the visit";
    private static final String ENDED = "the event has ended";

    private final Places places;
    private final Door door;
    private final Cleaning cleaning;
    private final Map<String, Role> writers = new HashMap<>();

    Writers(Places places, Door door, Cleaning cleaning) {
        this.places = places;
        this.door = door;
        this.cleaning = cleaning;
        for (Form form : places.study().forms()) {
            writers.put(form.id(), role(form.rules().submittedBy().getFirst()));
        }
    }

    /// Fills in the forms of a visit that are due, in the order of the schedule.
    void fill(VirtualParticipant participant, Encounter encounter, Predicate<Form> which) {
        encounter.forms().stream()
                .map(places::form)
                .filter(which)
                .filter(form -> participant.person().isDue(form, encounter))
                .forEach(form -> fill(
                        participant,
                        Place.at(encounter, form),
                        participant.person().fill(form, encounter),
                        participant.person().isReviewed(form, encounter)));
    }

    /// Writes down what happened since the last visit, and completes what is over by now.
    void note(VirtualParticipant participant, Encounter encounter, LocalDate date) {
        participant
                .over(date)
                .forEach((entry, since) -> correct(participant, Place.of(entry), ENDED, entry.completed(since, date)));
        for (LogEntry entry : participant.person().notices(encounter, date)) {
            fill(participant, Place.of(entry), entry.fill(date), entry.isReviewed());
            if (!entry.isOver(date)) {
                participant.goesOn(entry, date);
            }
        }
    }

    private void fill(VirtualParticipant participant, Place place, FormFilling filling, boolean reviewed) {
        List<Entry> right = filling.corrections();
        cleaning.planted(right.size(), filling.obtainable().size());
        participant.remember(place, filling.obtainable());
        Outcome outcome = submit(participant, place, filling.written());
        if (outcome instanceof Outcome.Refused) {
            cleaning.refused(right.size());
            settle(participant, submit(participant, place, filling.mended()));
            return;
        }
        participant.err(place, right);
        settle(participant, outcome);
        if (reviewed) {
            List<Entry> found = participant.corrections(place);
            cleaning.reviewed(found.size());
            correct(participant, place, SECOND_LOOK, found);
        }
    }

    /// Asks for what was left out.
    void obtain(VirtualParticipant participant) {
        participant.obtain().forEach((place, values) -> {
            cleaning.obtained(values.size());
            correct(participant, place, OBTAINED, values);
        });
    }

    private Outcome submit(VirtualParticipant participant, Place place, List<Entry> entries) {
        return door.give(
                writer(place.form()),
                participant,
                new Command.SubmitForm(
                        participant.id(), place.encounter(), place.form().id(), changes(entries)));
    }

    private void correct(VirtualParticipant participant, Place place, String reason, List<Entry> values) {
        if (!values.isEmpty()) {
            settle(
                    participant,
                    door.give(
                            writer(place.form()),
                            participant,
                            new Command.CorrectForm(
                                    participant.id(),
                                    place.encounter(),
                                    place.form().id(),
                                    place.entry(),
                                    reason,
                                    changes(values))));
        }
    }

    private Role writer(Form form) {
        return Objects.requireNonNull(writers.get(form.id()));
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<ItemChange> changes(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new ItemChange(entry.item(), entry.value(), entry.missing()))
                .toList();
    }

    /// Answers the queries that came of an act.
    private void settle(VirtualParticipant participant, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted(var events)) {
            events.stream()
                    .map(journalled -> journalled.event())
                    .filter(QueryRaised.class::isInstance)
                    .map(QueryRaised.class::cast)
                    .forEach(query -> answer(participant, query));
        }
    }

    /// Whoever is asked compares the pages that the check reads with the source, corrects what is wrong there, and
    /// confirms what is not; the monitor accepts.
    private void answer(VirtualParticipant participant, QueryRaised query) {
        Set<String> read = read(query);
        boolean found = false;
        for (Place place : participant.mistaken()) {
            boolean here = place.encounter().equals(query.encounter()) && place.entry() == query.entry();
            if (here && read.contains(place.form().id())) {
                List<Entry> right = participant.corrections(place);
                cleaning.queried(right.size());
                correct(participant, place, QUERIED, right);
                found |= !right.isEmpty();
            }
        }
        cleaning.asked(found);
        if (door.isOpen(participant.id(), query.query())) {
            QueryEvent.Answer answer = found ? QueryEvent.Answer.CORRECTED : QueryEvent.Answer.CONFIRMED_AS_IS;
            door.give(role(query.to()), participant, new Command.AnswerQuery(participant.id(), query.query(), answer));
            door.give(Role.MONITOR, participant, new Command.CloseQuery(participant.id(), query.query()));
        }
    }

    /// The forms that a check looks at, the one it was judged for among them.
    private Set<String> read(QueryRaised query) {
        Stream<String> named = places.study().checks().stream()
                .filter(check -> check.id().equals(query.check()))
                .map(Check::firesWhen)
                .flatMap(condition -> condition.items().stream())
                .map(ItemName::form);
        return Stream.concat(Stream.of(query.form()), named).collect(Collectors.toSet());
    }
}

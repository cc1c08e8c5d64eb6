package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.models.Occurrence;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;

/// Something that happened to a person, as an entry of a log. It is noticed at a visit; what is then not over yet is
/// written down as going on, and completed at a later visit.
public final class LogEntry {
    /// The items that hold the first and the last day, which the body counts and staff write as dates.
    public static final String STARTED = "started";

    public static final String ENDED = "ended";

    private final Person person;
    private final Form log;
    private final int number;
    private final Occurrence occurrence;
    private final Encounter noticed;

    LogEntry(Person person, Form log, int number, Occurrence occurrence, Encounter noticed) {
        this.person = person;
        this.log = log;
        this.number = number;
        this.occurrence = occurrence;
        this.noticed = noticed;
    }

    public Form log() {
        return log;
    }

    /// Its number in the log, counting from 1.
    public int number() {
        return number;
    }

    LocalDate started() {
        return person.dayOne().plusDays(occurrence.day());
    }

    /// Whether it is over on a day.
    public boolean isOver(LocalDate date) {
        return occurrence.endDay().isPresent()
                && !person.dayOne().plusDays(occurrence.endDay().getAsInt()).isAfter(date);
    }

    /// How it comes to be written on the day it is noticed.
    public FormFilling fill(LocalDate date) {
        Map<String, String> told = told(date);
        return new FormFilling(
                due(told),
                told,
                person.here().staff(),
                person.chances().stream(person.number(), "slips " + log.id(), number));
    }

    /// What changes when it is over.
    public List<Entry> completed(LocalDate noticedOn, LocalDate date) {
        Map<String, String> before = told(noticedOn);
        Map<String, String> now = told(date);
        return due(now).stream()
                .map(item -> item.name().item())
                .flatMap(item -> Optional.ofNullable(now.get(item))
                        .filter(value -> !value.equals(before.get(item)))
                        .map(value -> Entry.of(item, value))
                        .stream())
                .toList();
    }

    public boolean isReviewed() {
        return person.isReviewed(log, number);
    }

    private List<Item> due(Map<String, String> told) {
        return log.items().stream()
                .filter(item -> item.when()
                        .map(when -> when.truth(new Seen(person, noticed).with(log, told)) != Truth.FALSE)
                        .orElse(true))
                .toList();
    }

    private Map<String, String> told(LocalDate date) {
        Map<String, String> told = new TreeMap<>(occurrence.answers());
        told.put(STARTED, started().toString());
        if (isOver(date)) {
            told.put(
                    ENDED,
                    person.dayOne().plusDays(occurrence.endDay().getAsInt()).toString());
        } else {
            goesOn(told);
        }
        return told;
    }

    /// Whatever says that there is no last day yet: the answer under which nobody asks for it.
    private void goesOn(Map<String, String> told) {
        log.item(ENDED)
                .flatMap(Item::when)
                .ifPresent(asked -> asked.items()
                        .forEach(decisive -> log.item(decisive.item())
                                .map(Item::type)
                                .flatMap(type -> type instanceof ItemType.Code(var codes)
                                        ? codes.stream()
                                                .filter(code -> asked.truth(item -> item.equals(decisive)
                                                                ? type.read(code)
                                                                        .orElseThrow()
                                                                : new Answer.Unknown(""))
                                                        == Truth.FALSE)
                                                .findFirst()
                                        : Optional.empty())
                                .ifPresent(code -> told.put(decisive.item(), code))));
    }
}

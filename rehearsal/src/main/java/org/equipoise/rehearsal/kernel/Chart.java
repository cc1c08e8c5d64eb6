package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.course.LogEntry;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Places;
import org.jspecify.annotations.Nullable;

/// What stands on the forms of one person when all is corrected, filled in only where someone looks.
final class Chart {
    static final Answer NOT_RECORDED = new Answer.Unknown("not recorded");
    private static final SortedSet<ItemName> NOTHING_OPEN = Collections.emptySortedSet();

    private final Places places;
    private final Person person;
    private final @Nullable LocalDate[] visits;
    private final List<Map<String, Optional<Page>>> pages = new ArrayList<>();
    private final Map<String, List<Page>> logs = new HashMap<>();
    private final Map<String, Map<Integer, Truth>> judged = new HashMap<>();
    private boolean obtained;
    private boolean deciding = true;
    private boolean closed;
    private boolean noticed;

    Chart(Places places, Person person) {
        this.places = places;
        this.person = person;
        this.visits = new @Nullable LocalDate[places.encounters().size()];
        places.encounters().forEach(encounter -> pages.add(new HashMap<>()));
    }

    void visited(int encounter, LocalDate date) {
        visits[encounter] = date;
    }

    /// From now on the results of day 1 are there.
    void decided() {
        deciding = false;
        pages.get(places.dayOne()).clear();
    }

    /// Nothing more will happen.
    void close() {
        closed = true;
    }

    /// The entries of a log, as they stand after the last visit; noticed only when someone asks.
    List<Page> log(String form) {
        if (!closed || !person.isFilled(places.form(form))) {
            return List.of();
        }
        if (!noticed) {
            noticed = true;
            notice();
        }
        return logs.getOrDefault(form, List.of());
    }

    private void notice() {
        LocalDate last = dayOne();
        for (LocalDate date : visits) {
            last = date != null && date.isAfter(last) ? date : last;
        }
        for (int encounter = places.dayOne() + 1; encounter < visits.length; encounter++) {
            LocalDate date = visits[encounter];
            if (date != null) {
                for (LogEntry entry : person.notices(places.encounters().get(encounter), date)) {
                    logs.computeIfAbsent(entry.log().id(), _ -> new ArrayList<>())
                            .add(Page.of(places, this, entry, date, last));
                }
            }
        }
    }

    /// What a derivation's condition comes to at one encounter. Once nothing more will happen it is remembered, and
    /// nobody asks any more what would settle it.
    Judgement judged(Derivation derivation, int encounter) {
        if (!closed) {
            return derivation.holds().judge(new VisitAnswers(places, this, encounter));
        }
        Truth truth = judged.computeIfAbsent(derivation.id(), _ -> new HashMap<>())
                .computeIfAbsent(encounter, place -> derivation.holds().truth(new VisitAnswers(places, this, place)));
        return new Judgement(truth, NOTHING_OPEN);
    }

    LocalDate dayOne() {
        return person.dayOne();
    }

    LocalDate consented() {
        return person.entered();
    }

    Optional<LocalDate> visit(int encounter) {
        return Optional.ofNullable(visits[encounter]);
    }

    /// What was forgotten up to day 1 is asked for, and had.
    void obtain() {
        obtained = true;
        pages.forEach(Map::clear);
    }

    /// The answer of an item or a score at an encounter.
    Answer answer(int encounter, ItemName name) {
        return page(encounter, name.form())
                .map(page -> page.answer(name.item()))
                .orElse(NOT_RECORDED);
    }

    /// The answer of the latest visit up to an encounter that has the form.
    Answer latest(int encounter, ItemName name) {
        for (int place = encounter; place >= 0; place--) {
            Optional<Page> page = page(place, name.form());
            if (page.isPresent()) {
                return page.get().answer(name.item());
            }
        }
        return NOT_RECORDED;
    }

    /// The answer at the latest visit that has the form, unless it has aged.
    Answer latest(ItemName name, LocalDate on, @Nullable Integer windowDays) {
        for (int encounter = visits.length - 1; encounter >= 0; encounter--) {
            LocalDate date = visits[encounter];
            if (date != null
                    && !date.isAfter(on)
                    && page(encounter, name.form()).isPresent()) {
                return windowDays != null && date.isBefore(on.minusDays(windowDays))
                        ? new Answer.Unknown("too old")
                        : answer(encounter, name);
            }
        }
        return NOT_RECORDED;
    }

    private Optional<Page> page(int encounter, String form) {
        Map<String, Optional<Page>> here = pages.get(encounter);
        Optional<Page> known = here.get(form);
        if (known == null) {
            known = filled(encounter, form);
            here.put(form, known);
        }
        return known;
    }

    private Optional<Page> filled(int encounter, String name) {
        Encounter planned = places.encounters().get(encounter);
        if (visits[encounter] == null || !planned.forms().contains(name)) {
            return Optional.empty();
        }
        Form form = places.form(name);
        boolean awaited =
                deciding && encounter == places.dayOne() && form.rules().resultsLater();
        return awaited || !person.isDue(form, planned)
                ? Optional.empty()
                : Optional.of(Page.of(places, this, person, form, encounter, obtained && planned.day() <= 1));
    }
}

package org.equipoise.rehearsal.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.course.Person;
import org.jspecify.annotations.Nullable;

/// What stands on the forms of one person when all is corrected, filled in only where someone looks.
final class Chart {
    private static final Answer NOT_RECORDED = new Answer.Unknown("not recorded");

    private final Places places;
    private final Person person;
    private final @Nullable LocalDate[] visits;
    private final List<Map<String, Page>> pages = new ArrayList<>();
    private boolean obtained;

    Chart(Places places, Person person) {
        this.places = places;
        this.person = person;
        this.visits = new @Nullable LocalDate[places.encounters().size()];
        places.encounters().forEach(encounter -> pages.add(new HashMap<>()));
    }

    void visited(int encounter, LocalDate date) {
        visits[encounter] = date;
    }

    LocalDate dayOne() {
        return person.dayOne();
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
        Page page = page(encounter, name.form());
        return page == null ? NOT_RECORDED : page.answer(name.item());
    }

    /// The answer at the latest visit that has the form, if it is not from before a day.
    Answer latest(ItemName name, LocalDate on, LocalDate notBefore) {
        for (int encounter = visits.length - 1; encounter >= 0; encounter--) {
            LocalDate date = visits[encounter];
            if (date != null && !date.isAfter(on) && page(encounter, name.form()) != null) {
                return date.isBefore(notBefore) ? new Answer.Unknown("too old") : answer(encounter, name);
            }
        }
        return NOT_RECORDED;
    }

    private @Nullable Page page(int encounter, String form) {
        LocalDate date = visits[encounter];
        Encounter planned = places.encounters().get(encounter);
        return date == null || !planned.forms().contains(form)
                ? null
                : pages.get(encounter).computeIfAbsent(form, _ -> filled(planned, places.form(form), date));
    }

    private Page filled(Encounter encounter, Form form, LocalDate date) {
        boolean asked = obtained && encounter.day() <= 1;
        return Page.standing(form, places.scores(form.id()), person.fill(form, encounter, date), asked, () ->
                person.isReviewed(form, encounter));
    }
}

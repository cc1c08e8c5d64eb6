package org.equipoise.rehearsal.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Judgement;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.FormFilling;
import org.equipoise.rehearsal.course.Person;
import org.equipoise.rehearsal.course.Places;

/// A whole visit written form by form, with its edit checks: only where a mistake was made that neither the form
/// refused nor a second look will find, since then a check on any form of the visit may still lead to it.
final class VisitWriting {
    private final Places places;
    private final Chart chart;
    private final Person person;
    private final int encounter;
    private final Map<String, Page> standing = new HashMap<>();
    private final Map<String, FormFilling> mistakes = new LinkedHashMap<>();

    private VisitWriting(Places places, Chart chart, Person person, int encounter) {
        this.places = places;
        this.chart = chart;
        this.person = person;
        this.encounter = encounter;
    }

    /// The forms of the visit that still hold mistakes when it is over.
    static Set<String> mistaken(Places places, Chart chart, Person person, int encounter) {
        VisitWriting visit = new VisitWriting(places, chart, person, encounter);
        Encounter planned = places.encounters().get(encounter);
        Stream.of(false, true)
                .flatMap(later -> planned.forms().stream()
                        .map(places::form)
                        .filter(form -> form.rules().resultsLater() == later))
                .filter(form -> person.isDue(form, planned))
                .forEach(form -> visit.write(form, planned));
        return visit.mistakes.keySet();
    }

    private void write(Form form, Encounter planned) {
        FormFilling filling = person.fill(form, planned);
        Page written = page(form, filling.forgets() ? filling.mended() : filling.written());
        boolean wrong = !filling.isFlawless() && !filling.forgets();
        if (wrong && written.isRefused(new SoFar())) {
            standing.put(form.id(), page(form, filling.right()));
        } else {
            standing.put(form.id(), written);
            if (wrong) {
                mistakes.put(form.id(), filling);
            }
        }
        judge(form);
        if (mistakes.containsKey(form.id()) && person.isReviewed(form, planned)) {
            correct(form.id());
        }
    }

    private Page page(Form form, List<Entry> entries) {
        return Page.standing(form, places.scores(form.id()), chart, encounter, entries);
    }

    /// Whoever is asked by a check looks at all that it reads.
    private void judge(Form form) {
        List<Check> fired = places.study().checks().stream()
                .filter(check -> check.on().contains(form.id()))
                .filter(check -> check.firesWhen().truth(new SoFar()) == Truth.TRUE)
                .toList();
        for (Check check : fired) {
            for (String mistaken : new ArrayList<>(mistakes.keySet())) {
                if (mistaken.equals(form.id()) || reads(check, mistaken)) {
                    correct(mistaken);
                }
            }
        }
    }

    static boolean reads(Check check, String form) {
        return check.firesWhen().items().stream().map(ItemName::form).anyMatch(form::equals);
    }

    private void correct(String form) {
        FormFilling filling = mistakes.remove(form);
        if (filling != null) {
            standing.put(form, page(places.form(form), filling.right()));
            judge(places.form(form));
        }
    }

    /// What is recorded at the moment.
    private final class SoFar implements Answers {
        private final VisitAnswers visit = new VisitAnswers(places, chart, encounter);

        @Override
        public Answer answer(ItemName item) {
            if (item.form().equals(Vocabulary.VISIT_ID.form()) || item.form().equals(Vocabulary.CONSENT_DATE.form())) {
                return visit.answer(item);
            }
            Page page = standing.get(item.form());
            return page == null ? Chart.NOT_RECORDED : page.answer(item.item());
        }

        @Override
        public Answers at(String other) {
            int place = places.encounter(other);
            return place == encounter ? this : place < encounter ? visit.at(other) : item -> Chart.NOT_RECORDED;
        }

        @Override
        public List<Answers> entries(String log) {
            return visit.entries(log);
        }

        @Override
        public Judgement derived(String derivation) {
            return visit.derived(derivation);
        }
    }
}

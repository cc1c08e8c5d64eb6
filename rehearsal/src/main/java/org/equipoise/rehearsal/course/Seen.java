package org.equipoise.rehearsal.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;

/// What staff know of a person at a visit, before anything is written: by it they see what is to be asked. What is not
/// collected at this visit they know from the last one.
record Seen(Person person, Encounter encounter) implements Answers {
    private static final Answer NOTHING = new Answer.Unknown("not seen");

    @Override
    public Answer answer(ItemName item) {
        Optional<LocalDate> date = person.heldOn(encounter);
        if (item.equals(Vocabulary.VISIT_ID)) {
            return new Answer.Known(new Value.Code(encounter.id()));
        }
        if (item.equals(Vocabulary.VISIT_DATE)) {
            return date.map(Seen::day).orElse(NOTHING);
        }
        if (item.equals(Vocabulary.VISIT_DAY)) {
            return date.map(person::studyDay)
                    .map(day -> (Answer) new Answer.Known(new Value.Amount(BigDecimal.valueOf(day))))
                    .orElse(NOTHING);
        }
        if (item.equals(Vocabulary.CONSENT_DATE)) {
            return day(person.entered());
        }
        return person.lastHeldWith(item.form(), encounter)
                .map(visit -> read(item, visit))
                .orElse(NOTHING);
    }

    private Answer read(ItemName item, Encounter visit) {
        Form form = person.places().form(item.form());
        String text = person.show(form, visit).get(item.item());
        return text == null
                ? NOTHING
                : form.item(item.item())
                        .map(Item::type)
                        .flatMap(type -> type.read(text))
                        .orElse(NOTHING);
    }

    @Override
    public Answers at(String other) {
        return new Seen(person, person.places().encounters().get(person.places().encounter(other)));
    }

    private static Answer day(LocalDate date) {
        return new Answer.Known(new Value.Day(PartialDate.of(date)));
    }

    /// The same, with the items of one entry of a log.
    Answers with(Form log, Map<String, String> entry) {
        return item -> item.form().equals(log.id())
                ? log.item(item.item())
                        .map(Item::type)
                        .flatMap(type ->
                                Optional.ofNullable(entry.get(item.item())).flatMap(type::read))
                        .orElse(NOTHING)
                : answer(item);
    }
}

package org.equipoise.rehearsal.course;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.rehearsal.plan.Slant;
import org.equipoise.rehearsal.plan.Slant.Change;

/// How assessors of a site see a person: as it is, but for their slants.
final class Assessment {
    private final Person person;

    Assessment(Person person) {
        this.person = person;
    }

    Map<String, String> of(Form form, Encounter encounter, Map<String, String> observed, LocalDate date) {
        Map<String, String> seen = observed;
        boolean copied = false;
        for (Slant slant : person.here().assessments()) {
            if (slant.isAt(encounter.id()) && bearsOn(slant, form) && applies(slant, date)) {
                seen = copied ? seen : new TreeMap<>(observed);
                copied = true;
                for (Item item : form.items()) {
                    change(slant, item, encounter, seen);
                }
            }
        }
        return seen;
    }

    private static boolean bearsOn(Slant slant, Form form) {
        return slant.items().stream().map(ItemName::form).anyMatch(form.id()::equals);
    }

    private boolean applies(Slant slant, LocalDate date) {
        return slant.where().stream()
                .allMatch(where -> where.code()
                        .equals(person.observe(where.item().form(), date)
                                .get(where.item().item())));
    }

    private void change(Slant slant, Item item, Encounter encounter, Map<String, String> seen) {
        String name = item.name().item();
        String value = seen.get(name);
        if (value == null || !slant.items().contains(item.name())) {
            return;
        }
        switch (slant.change()) {
            case Change.Added(var amount)
            when item.type() instanceof ItemType.Amount(var _, var possible) ->
                seen.put(name, shifted(value, amount, possible));
            case Change.Turned(var codes, var probability) -> {
                String turned = codes.getOrDefault(value, value);
                boolean turns = person.chances().stream(
                                person.number(), "slant " + slant.id() + " " + item.name(), encounter.day())
                        .bernoulli(probability);
                seen.put(name, turns ? turned : value);
            }
            case Change.Added _ -> {}
        }
    }

    /// Kept to the decimals it was read with, and within what is possible.
    private static String shifted(String value, double amount, Span possible) {
        return Decimals.read(value)
                .map(read -> read.add(BigDecimal.valueOf(amount)).setScale(read.scale(), RoundingMode.HALF_UP))
                .map(sum -> within(sum, possible))
                .map(BigDecimal::toPlainString)
                .orElse(value);
    }

    private static BigDecimal within(BigDecimal value, Span possible) {
        if (possible.low() != null && value.compareTo(possible.low()) < 0) {
            return possible.low();
        }
        return possible.high() != null && value.compareTo(possible.high()) > 0 ? possible.high() : value;
    }
}

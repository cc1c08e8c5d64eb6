package org.equipoise.rehearsal.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.statistics.random.RandomStream;

/// How a coordinator copies what was observed onto a form, with the slips people make: an item forgotten, a decimal
/// point or a box
/// missed.
final class FormFilling {
    static final String NOT_DONE = "not done";

    private final List<ItemChange> asObserved = new ArrayList<>();
    private final List<ItemChange> asWritten = new ArrayList<>();
    private final Map<String, ItemChange> forgotten = new LinkedHashMap<>();
    private final Map<String, ItemChange> mistaken = new LinkedHashMap<>();

    FormFilling(Form form, Map<String, String> observed, RehearsalPlan plan, RandomStream slips) {
        for (Item item : form.items()) {
            String name = item.name().item();
            String value = observed.get(name);
            boolean forgets = slips.bernoulli(plan.forgottenItem());
            boolean errs = slips.bernoulli(plan.wrongEntry());
            if (value != null) {
                copy(item, new ItemChange(name, value, null), forgets, errs, slips);
            }
        }
    }

    private void copy(Item item, ItemChange right, boolean forgets, boolean errs, RandomStream slips) {
        asObserved.add(right);
        if (forgets && item.required()) {
            forgotten.put(right.item(), right);
        } else if (errs) {
            mistaken.put(right.item(), right);
            asWritten.add(new ItemChange(right.item(), slip(item.type(), String.valueOf(right.value()), slips), null));
        } else {
            asWritten.add(right);
        }
    }

    private static String slip(ItemType type, String value, RandomStream slips) {
        return switch (type) {
            case ItemType.Amount _ -> value.contains(".") ? value.replace(".", "") : value + "0";
            case ItemType.Code(var codes) -> codes.get(slips.index(codes.size()));
            case ItemType.Day _ -> value.substring(0, value.length() - 1);
        };
    }

    /// What the coordinator writes down first.
    List<ItemChange> written() {
        return asWritten;
    }

    /// The same with every mistake put right, and the forgotten items marked as not done.
    List<ItemChange> mended() {
        return asObserved.stream()
                .map(change ->
                        forgotten.containsKey(change.item()) ? new ItemChange(change.item(), null, NOT_DONE) : change)
                .toList();
    }

    /// The forgotten items with their values, for when someone asks for them.
    List<ItemChange> obtainable() {
        return List.copyOf(forgotten.values());
    }

    /// What a second look at the source finds written wrongly.
    List<ItemChange> mistakes() {
        return mistaken.values().stream()
                .filter(right -> !asWritten.contains(right))
                .toList();
    }
}

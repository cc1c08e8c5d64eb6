package org.equipoise.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;

/// A form's items by their place on it.
final class FormPlan {
    private static final int ABSENT = -1;

    private final Form form;
    private final List<Item> items;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Score> scores = new HashMap<>();

    FormPlan(Form form) {
        this.form = form;
        this.items = form.items();
        for (Item item : items) {
            places.put(item.name().item(), places.size());
        }
        for (Score score : form.scores()) {
            scores.put(score.name().item(), score);
        }
    }

    Form form() {
        return form;
    }

    List<Item> items() {
        return items;
    }

    /// The item's place; people mostly fill in a form from its top, so the place where it stood in the event is tried
    /// first.
    int place(String item, int likely) {
        if (likely < items.size() && items.get(likely).name().item().equals(item)) {
            return likely;
        }
        int place = places.getOrDefault(item, ABSENT);
        if (place == ABSENT) {
            throw new IllegalStateException("the form " + form.id() + " has no item " + item);
        }
        return place;
    }

    boolean asks(String item) {
        return places.containsKey(item);
    }

    ItemType type(String item) {
        return items.get(place(item, 0)).type();
    }

    Optional<Score> score(String name) {
        return Optional.ofNullable(scores.get(name));
    }

    static Optional<String> unit(ItemType type) {
        return switch (type) {
            case ItemType.Amount(var unit, var _) -> Optional.of(unit.code());
            case ItemType.Code _, ItemType.Day _, ItemType.Text _ -> Optional.empty();
        };
    }
}

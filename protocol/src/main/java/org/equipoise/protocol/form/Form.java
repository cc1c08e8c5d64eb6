package org.equipoise.protocol.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// A form: its items in the order people meet them, the scores derived from them, and the rules of its use.
public final class Form {
    /// The place of an item that the form does not have.
    public static final int NOWHERE = -1;

    private final String id;
    private final Label title;
    private final List<Item> items;
    private final List<Score> scores;
    private final FormRules rules;
    private final boolean concealing;
    private final Map<String, Integer> places = new HashMap<>();

    public Form(String id, Label title, List<Item> items, List<Score> scores, FormRules rules) {
        this.id = id;
        this.title = title;
        this.items = List.copyOf(items);
        this.scores = List.copyOf(scores);
        this.rules = rules;
        this.concealing = items.stream().anyMatch(item -> item.unblinding() || item.confidential());
        for (Item item : items) {
            places.put(item.name().item(), places.size());
        }
    }

    public String id() {
        return id;
    }

    public Label title() {
        return title;
    }

    public List<Item> items() {
        return items;
    }

    public Optional<Item> item(String name) {
        return Optional.ofNullable(places.get(name)).map(items::get);
    }

    /// The item's place; people mostly fill in a form from its top, so a likely place is tried first.
    public int place(String item, int likely) {
        if (likely < items.size() && items.get(likely).name().item().equals(item)) {
            return likely;
        }
        return places.getOrDefault(item, NOWHERE);
    }

    /// Whether any of its values is journalled as ciphertext.
    public boolean isConcealing() {
        return concealing;
    }

    public List<Score> scores() {
        return scores;
    }

    public FormRules rules() {
        return rules;
    }
}

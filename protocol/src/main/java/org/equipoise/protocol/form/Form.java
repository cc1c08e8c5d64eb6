package org.equipoise.protocol.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// A form: its items in the order people meet them, and the scores derived from them.
public final class Form {
    private final String id;
    private final Label title;
    private final Map<String, Item> items;
    private final List<Score> scores;

    public Form(String id, Label title, List<Item> items, List<Score> scores) {
        this.id = id;
        this.title = title;
        this.scores = List.copyOf(scores);
        this.items = new LinkedHashMap<>();
        items.forEach(item -> this.items.put(item.name().item(), item));
    }

    public String id() {
        return id;
    }

    public Label title() {
        return title;
    }

    public List<Item> items() {
        return List.copyOf(items.values());
    }

    public Optional<Item> item(String name) {
        return Optional.ofNullable(items.get(name));
    }

    public List<Score> scores() {
        return scores;
    }
}

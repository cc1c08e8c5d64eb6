package org.equipoise.exchange.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Form;
import org.equipoise.exchange.outline.Outline.Item;

/// Forms as far as a source has them: items with their labels and codes. Units in UCUM and ranges are a person's to
/// say.
record FormDraft(Outline outline) {

    Map<String, Object> forms() {
        Map<String, Object> forms = new LinkedHashMap<>();
        outline.forms().forEach(form -> forms.put(form.id(), form(form)));
        return forms;
    }

    private static Map<String, Object> form(Form form) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", form.id());
        written.put("title", Map.of("en", Texts.of(form.title().text())));
        List<Object> items = new ArrayList<>();
        form.items().forEach(item -> items.add(item(item)));
        if (items.isEmpty()) {
            items.add(Map.of(
                    "undecided",
                    List.of(Open.gap(
                            "form-without-items",
                            "what is asked on the form '" + form.title().text() + "'",
                            form.title().at(),
                            "Write its items"))));
        }
        written.put("items", items);
        return written;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", item.id());
        written.put("label", Map.of("en", Texts.of(item.label().text())));
        item.type().ifPresent(type -> written.put("type", type));
        if (item.type().filter("code"::equals).isPresent()) {
            Set<String> codes = new LinkedHashSet<>();
            item.codes()
                    .forEach(code -> codes.add(
                            code.strip().replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^[_.-]+", "")));
            codes.remove("");
            written.put("codes", List.copyOf(codes));
        } else if (item.type().filter("date"::equals).isEmpty()) {
            String units = item.units().isEmpty() ? "" : "; units in the source: " + String.join(", ", item.units());
            written.put(
                    "undecided",
                    List.of(Open.gap(
                            "item-incomplete",
                            item.type().isPresent()
                                    ? "in which unit and range is '"
                                            + item.label().text() + "' recorded" + units
                                    : "of which type is '" + item.label().text() + "'",
                            item.label().at(),
                            "Write type, unit in UCUM and range")));
        }
        return written;
    }
}

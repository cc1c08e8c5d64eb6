package org.equipoise.language.identity;

/// The full name of one item of one form: `activity.rash`.
public record ItemName(String form, String item) implements Comparable<ItemName> {
    /// Reads `activity.rash`.
    ///
    /// @throws IllegalArgumentException if the text has no point
    public static ItemName read(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            throw new IllegalArgumentException("an item is named as form.item, not " + text);
        }
        return new ItemName(text.substring(0, point), text.substring(point + 1));
    }

    @Override
    public int compareTo(ItemName other) {
        int byForm = form.compareTo(other.form);
        return byForm != 0 ? byForm : item.compareTo(other.item);
    }

    @Override
    public String toString() {
        return form + "." + item;
    }
}

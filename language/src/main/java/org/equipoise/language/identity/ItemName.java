package org.equipoise.language.identity;

/// The full name of one item of one form: `activity.rash`.
public record ItemName(String form, String item) implements Comparable<ItemName> {
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

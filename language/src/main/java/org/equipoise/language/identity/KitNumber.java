package org.equipoise.language.identity;

/// The number printed on a kit of investigational product. It says nothing of what is inside.
public record KitNumber(String text) implements Comparable<KitNumber> {
    @Override
    public int compareTo(KitNumber other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

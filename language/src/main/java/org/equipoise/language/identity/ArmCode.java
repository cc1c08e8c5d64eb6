package org.equipoise.language.identity;

/// The vault's opaque name of an arm. Which treatment it stands for is sealed until the reveal.
public record ArmCode(String text) implements Comparable<ArmCode> {
    @Override
    public int compareTo(ArmCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.equipoise.language.identity;

/// A trial participant's identifier, given by the site's scheme at screening: `S01-0007`.
public record ParticipantId(String text) implements Comparable<ParticipantId> {
    @Override
    public int compareTo(ParticipantId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

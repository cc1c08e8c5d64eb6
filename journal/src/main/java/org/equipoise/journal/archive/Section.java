package org.equipoise.journal.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// The kinds of section that may follow one another in an archive.
enum Section {
    PROTOCOL("proto"),
    FILE("file "),
    EVENT("event"),
    MANIFEST("manif"),
    SIGNATURE("signa");

    /// How much of the next line is looked at: a letter more than the word's beginning.
    static final int GLANCE = 6;

    private final String beginning;

    Section(String beginning) {
        this.beginning = beginning;
    }

    /// The section whose framing line begins most like these bytes. A line with one byte changed, missing or
    /// added is still known for what it was, so that the fault is placed there; where nothing fits, an event
    /// should have stood.
    static Section like(byte[] glance) {
        String text = new String(glance, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(section -> section.likeness(text) >= Math.clamp(text.length(), 1, 4))
                .max(Comparator.comparingInt(section -> section.likeness(text)))
                .orElse(EVENT);
    }

    /// The length of the longest common subsequence, of a shorter text with as much of the word and a letter
    /// more.
    private int likeness(String text) {
        int[] longest = new int[text.length() + 1];
        for (int i = 0; i < beginning.length() && i <= text.length(); i++) {
            int before = 0;
            for (int j = 1; j <= text.length(); j++) {
                int above = longest[j];
                boolean same = beginning.charAt(i) == text.charAt(j - 1);
                longest[j] = same ? before + 1 : Math.max(above, longest[j - 1]);
                before = above;
            }
        }
        return longest[text.length()];
    }
}

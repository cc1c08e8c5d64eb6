package org.equipoise.rehearsal.course;

import org.jspecify.annotations.Nullable;

/// One line of a form as staff write it: a value, or why there is none.
public record Entry(
        String item, @Nullable String value, @Nullable String missing) {
    public static final String NOT_DONE = "not done";

    static Entry of(String item, String value) {
        return new Entry(item, value, null);
    }

    static Entry notDone(String item) {
        return new Entry(item, null, NOT_DONE);
    }
}

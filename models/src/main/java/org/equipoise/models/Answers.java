package org.equipoise.models;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one look shows: item → the text that a person would enter, in alphabetical order. An item to which there is no
/// answer, such as the hours since a dose that was never given, is absent.
///
/// A number is kept in units of its last decimal place and a code as its place among the codes; texts are made from
/// these. So whoever reads an answer as a number decides on exactly what stands on the form. An item stands at the same
/// place in every look at one observable: find it once, then ask by place.
public final class Answers extends AbstractMap<String, String> {
    private static final long UNANSWERED = Long.MIN_VALUE;
    private static final int NO = 0;
    private static final int YES = 1;

    private final Sheet sheet;
    private final long[] units;
    private @Nullable String @Nullable [] words;

    Answers(Sheet sheet) {
        this.sheet = sheet;
        units = new long[sheet.size()];
        Arrays.fill(units, UNANSWERED);
    }

    /// Where an item stands; -1 if it is none of these.
    public int place(String item) {
        return sheet.place(item);
    }

    /// Whether there is an answer to the item at a place.
    public boolean isAnswered(int place) {
        return units[place] != UNANSWERED;
    }

    /// Whether the item is answered with a number; otherwise with one of its codes, or in words.
    public boolean isNumber(int place) {
        return sheet.decimals(place) >= 0;
    }

    /// A number in units of its last decimal place, as written: 2.25 with two decimals is 225.
    public long units(int place) {
        if (!isNumber(place)) {
            throw new IllegalArgumentException(sheet.item(place) + " is not answered with a number.");
        }
        return answered(place);
    }

    public int decimals(int place) {
        return sheet.decimals(place);
    }

    /// A number: the double nearest to the text.
    public double number(int place) {
        return units(place) / (double) Reading.scale(decimals(place));
    }

    /// Whether the item is answered with this code.
    public boolean is(int place, String code) {
        return text(place).equals(code);
    }

    public String text(int place) {
        long answer = answered(place);
        if (isNumber(place)) {
            return Reading.text(answer, decimals(place));
        }
        List<String> codes = sheet.codes(place);
        String text = codes.isEmpty() && words != null ? words[place] : codes.get((int) answer);
        return text == null ? "" : text;
    }

    @Override
    public @Nullable String get(@Nullable Object item) {
        int place = item instanceof String id ? place(id) : -1;
        return place < 0 || !isAnswered(place) ? null : text(place);
    }

    @Override
    public boolean containsKey(@Nullable Object item) {
        return get(item) != null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                int answered = 0;
                for (int place = 0; place < units.length; place++) {
                    answered += isAnswered(place) ? 1 : 0;
                }
                return answered;
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, String>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                while (next < units.length && !isAnswered(next)) {
                    next++;
                }
                return next < units.length;
            }

            @Override
            public Map.Entry<String, String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int place = next++;
                return Map.entry(sheet.item(place), text(place));
            }
        };
    }

    Answers number(String item, double value) {
        int place = known(item);
        units[place] = Reading.units(value, sheet.decimals(place));
        return this;
    }

    Answers yes(String item, boolean yes) {
        return yes(known(item), yes);
    }

    Answers yes(int place, boolean yes) {
        units[place] = yes ? YES : NO;
        return this;
    }

    Answers code(String item, String code) {
        return code(known(item), code);
    }

    Answers code(int place, String code) {
        int found = sheet.codes(place).indexOf(code);
        if (found < 0) {
            throw new IllegalArgumentException(
                    sheet.item(place) + " is one of " + sheet.codes(place) + ", not '" + code + "'.");
        }
        units[place] = found;
        return this;
    }

    Answers words(String item, String text) {
        if (words == null) {
            words = new String[units.length];
        }
        int place = known(item);
        words[place] = text;
        units[place] = 0;
        return this;
    }

    private int known(String item) {
        int place = sheet.place(item);
        if (place < 0) {
            throw new IllegalArgumentException("There is no item " + item + " among " + sheet.ids() + ".");
        }
        return place;
    }

    private long answered(int place) {
        if (!isAnswered(place)) {
            throw new IllegalStateException(sheet.item(place) + " was not answered.");
        }
        return units[place];
    }
}

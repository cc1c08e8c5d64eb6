package org.equipoise.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// An observable's items in alphabetical order, and how each is answered.
final class Sheet {
    private static final List<String> YES_NO = List.of("no", "yes");

    private final List<Item> items;
    private final Map<String, Integer> places = new HashMap<>();

    private Sheet(List<Item> items) {
        this.items = List.copyOf(items);
        for (int place = 0; place < items.size(); place++) {
            places.put(items.get(place).id, place);
        }
    }

    /// @param codes what a code may be; empty for a number and for words
    /// @param decimals of a number; -1 for words and codes
    private record Item(String id, List<String> codes, int decimals) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            return id.compareTo(other.id);
        }
    }

    static Filling of() {
        return new Filling();
    }

    int size() {
        return items.size();
    }

    /// Where an item stands, or -1.
    int place(String item) {
        return places.getOrDefault(item, -1);
    }

    String item(int place) {
        return items.get(place).id;
    }

    List<String> codes(int place) {
        return items.get(place).codes;
    }

    int decimals(int place) {
        return items.get(place).decimals;
    }

    SortedSet<String> ids() {
        return new TreeSet<>(places.keySet());
    }

    /// The items, named in whatever order reads best.
    static final class Filling {
        private final List<Item> items = new ArrayList<>();

        Filling numbers(int decimals, String... ids) {
            for (String id : ids) {
                items.add(new Item(id, List.of(), decimals));
            }
            return this;
        }

        Filling yesNo(String... ids) {
            for (String id : ids) {
                items.add(new Item(id, YES_NO, -1));
            }
            return this;
        }

        Filling code(String id, String... codes) {
            items.add(new Item(id, List.of(codes), -1));
            return this;
        }

        Filling words(String id) {
            items.add(new Item(id, List.of(), -1));
            return this;
        }

        Sheet done() {
            items.sort(null);
            return new Sheet(items);
        }
    }
}

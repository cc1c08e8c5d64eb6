package org.equipoise.language.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;

/// The items that are not known exactly, gathered while a condition is judged. What a part of it gathered is dropped
/// as soon as that part is settled.
final class Open {
    /// Gathers nothing, for those who only ask for the truth.
    static final Open IGNORED = new Open(false);

    private final boolean gathering;
    private final List<ItemName> items = new ArrayList<>(0);

    private Open(boolean gathering) {
        this.gathering = gathering;
    }

    static Open gathering() {
        return new Open(true);
    }

    boolean isGathering() {
        return gathering;
    }

    int mark() {
        return items.size();
    }

    void add(ItemName item) {
        if (gathering) {
            items.add(item);
        }
    }

    void addAll(Iterable<ItemName> more) {
        more.forEach(this::add);
    }

    void forgetSince(int mark) {
        if (items.size() > mark) {
            items.subList(mark, items.size()).clear();
        }
    }

    SortedSet<ItemName> items() {
        return new TreeSet<>(items);
    }
}

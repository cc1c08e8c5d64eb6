package org.equipoise.rehearsal.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.form.Item;
import org.equipoise.rehearsal.plan.Diligence;
import org.equipoise.statistics.random.RandomStream;

/// How staff copy what was observed onto a form, with the slips people make: an item forgotten, a decimal point or a
/// box missed. Slips are rare, so the distance to the next one is drawn, and not every item asked.
public final class FormFilling {
    private final List<Item> items;
    private final Map<String, String> observed;
    private final Map<String, Entry> forgotten = new LinkedHashMap<>(0);
    private final Map<String, Entry> mistaken = new LinkedHashMap<>(0);

    /// @param items those that are due, in the order of the form
    FormFilling(List<Item> items, Map<String, String> observed, Diligence staff, RandomStream slips) {
        this.items = items;
        this.observed = observed;
        int forget = distance(staff.forgottenItem(), slips);
        int err = distance(staff.wrongEntry(), slips);
        while (Math.min(forget, err) < items.size()) {
            int place = Math.min(forget, err);
            slip(items.get(place), forget == place, err == place, slips);
            forget = forget == place ? next(forget, distance(staff.forgottenItem(), slips)) : forget;
            err = err == place ? next(err, distance(staff.wrongEntry(), slips)) : err;
        }
    }

    private static int next(int place, int distance) {
        return (int) Math.min(Integer.MAX_VALUE, place + 1L + distance);
    }

    /// How many items go well before the next slip: geometric, by inversion.
    private static int distance(double probability, RandomStream slips) {
        if (probability <= 0) {
            return Integer.MAX_VALUE;
        }
        double well =
                probability < 1 ? Math.floor(StrictMath.log(slips.openUniform()) / StrictMath.log1p(-probability)) : 0;
        return (int) Math.min(well, Integer.MAX_VALUE);
    }

    private void slip(Item item, boolean forgets, boolean errs, RandomStream slips) {
        String name = item.name().item();
        String value = observed.get(name);
        if (value != null && forgets && item.required()) {
            forgotten.put(name, Entry.of(name, value));
        } else if (value != null && errs) {
            String slip = slip(item.type(), value, slips);
            if (!slip.equals(value)) {
                mistaken.put(name, Entry.of(name, slip));
            }
        }
    }

    private static String slip(ItemType type, String value, RandomStream slips) {
        return switch (type) {
            case ItemType.Amount _ -> value.contains(".") ? withoutPoint(value) : value + "0";
            case ItemType.Code(var codes) -> codes.get(slips.index(codes.size()));
            case ItemType.Day _, ItemType.Text _ -> value.substring(0, value.length() - 1);
        };
    }

    /// A decimal point missed: 1.2 becomes 12, and 0.85 becomes 85.
    private static String withoutPoint(String value) {
        return value.replace(".", "").replaceFirst("^(-?)0+(?=[0-9])", "$1");
    }

    /// Whether anything went wrong.
    public boolean isFlawless() {
        return forgotten.isEmpty() && mistaken.isEmpty();
    }

    public boolean forgets() {
        return !forgotten.isEmpty();
    }

    /// What there is to see, and which of it is due.
    public Map<String, String> observed() {
        return observed;
    }

    public List<Item> items() {
        return items;
    }

    /// What there was to copy.
    public List<Entry> right() {
        List<Entry> right = new ArrayList<>(items.size());
        for (Item item : items) {
            String value = observed.get(item.name().item());
            if (value != null) {
                right.add(Entry.of(item.name().item(), value));
            }
        }
        return right;
    }

    /// What staff write down first.
    public List<Entry> written() {
        return isFlawless()
                ? right()
                : right().stream()
                        .filter(right -> !forgotten.containsKey(right.item()))
                        .map(right -> mistaken.getOrDefault(right.item(), right))
                        .toList();
    }

    /// The same with every mistake put right, and the forgotten items marked as not done.
    public List<Entry> mended() {
        return right().stream()
                .map(right -> forgotten.containsKey(right.item()) ? Entry.notDone(right.item()) : right)
                .toList();
    }

    /// The forgotten items with their values, for when someone asks for them.
    public List<Entry> obtainable() {
        return List.copyOf(forgotten.values());
    }

    /// The items written wrongly, as they should be.
    public List<Entry> corrections() {
        return mistaken.isEmpty()
                ? List.of()
                : right().stream()
                        .filter(right -> mistaken.containsKey(right.item()))
                        .toList();
    }
}

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
    private final List<Entry> asObserved = new ArrayList<>();
    private final Map<String, Entry> forgotten = new LinkedHashMap<>();
    private final Map<String, Entry> mistaken = new LinkedHashMap<>();

    /// @param items those that are due, in the order of the form
    FormFilling(List<Item> items, Map<String, String> observed, Diligence staff, RandomStream slips) {
        int forget = distance(staff.forgottenItem(), slips);
        int err = distance(staff.wrongEntry(), slips);
        for (Item item : items) {
            String name = item.name().item();
            String value = observed.get(name);
            boolean forgets = forget-- == 0;
            boolean errs = err-- == 0;
            if (value != null) {
                copy(item, Entry.of(name, value), forgets, errs, slips);
            }
            forget = forgets ? distance(staff.forgottenItem(), slips) : forget;
            err = errs ? distance(staff.wrongEntry(), slips) : err;
        }
    }

    /// How many items go well before the next slip: geometric, by inversion.
    private static int distance(double probability, RandomStream slips) {
        if (probability <= 0) {
            return Integer.MAX_VALUE;
        }
        double well = probability < 1
                ? Math.floor(StrictMath.log(slips.openUniform()) / StrictMath.log1p(-probability))
                : 0;
        return (int) Math.min(well, Integer.MAX_VALUE);
    }

    private void copy(Item item, Entry right, boolean forgets, boolean errs, RandomStream slips) {
        asObserved.add(right);
        if (forgets && item.required()) {
            forgotten.put(right.item(), right);
        } else if (errs) {
            String value = String.valueOf(right.value());
            String slip = slip(item.type(), value, slips);
            if (!slip.equals(value)) {
                mistaken.put(right.item(), Entry.of(right.item(), slip));
            }
        }
    }

    private static String slip(ItemType type, String value, RandomStream slips) {
        return switch (type) {
            case ItemType.Amount _ -> value.contains(".") ? withoutPoint(value) : value + "0";
            case ItemType.Code(var codes) -> codes.get(slips.index(codes.size()));
            case ItemType.Day _ -> value.substring(0, value.length() - 1);
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

    /// What there was to copy.
    public List<Entry> right() {
        return asObserved;
    }

    /// What staff write down first.
    public List<Entry> written() {
        return asObserved.stream()
                .filter(right -> !forgotten.containsKey(right.item()))
                .map(right -> mistaken.getOrDefault(right.item(), right))
                .toList();
    }

    /// The same with every mistake put right, and the forgotten items marked as not done.
    public List<Entry> mended() {
        return asObserved.stream()
                .map(right -> forgotten.containsKey(right.item()) ? Entry.notDone(right.item()) : right)
                .toList();
    }

    /// The forgotten items with their values, for when someone asks for them.
    public List<Entry> obtainable() {
        return List.copyOf(forgotten.values());
    }

    /// The items written wrongly, as they should be.
    public List<Entry> corrections() {
        return asObserved.stream()
                .filter(right -> mistaken.containsKey(right.item()))
                .toList();
    }
}

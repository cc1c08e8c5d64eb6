package org.equipoise.conduct.decision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.state.Page;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.jspecify.annotations.Nullable;

/// What is wrong with the values someone asks to write. All faults are named at once, so that a form comes back one
/// time only.
final class ItemFaults {
    private final Form form;
    private final List<ItemFault> faults = new ArrayList<>(0);

    ItemFaults(Form form) {
        this.form = form;
    }

    List<ItemFault> faults() {
        return faults;
    }

    /// Values that are none, by themselves.
    ItemFaults ofEntries(List<ItemChange> entries) {
        boolean[] entered = new boolean[form.items().size()];
        for (int ordinal = 0; ordinal < entries.size(); ordinal++) {
            ItemChange entry = entries.get(ordinal);
            int place = form.place(entry.item(), ordinal);
            if (place == Form.NOWHERE) {
                faults.add(new ItemFault.UnknownItem(entry.item()));
            } else if (entered[place]) {
                faults.add(new ItemFault.EnteredTwice(entry.item()));
            } else {
                entered[place] = true;
                fault(form.items().get(place), entry).ifPresent(faults::add);
            }
        }
        return this;
    }

    /// Items that are asked and not answered, or answered and not asked, on the page as it would then stand.
    ItemFaults ofPage(@Nullable Page page, Answers here) {
        List<Item> items = form.items();
        for (int place = 0; page != null && place < items.size(); place++) {
            Item item = items.get(place);
            String name = item.name().item();
            if (item.when().isEmpty() && !item.required()) {
                continue;
            }
            ItemChange standing = page.standing(name, place);
            boolean asked = item.when().isEmpty() || item.when().get().truth(here) != Truth.FALSE;
            if (asked && item.required() && standing == null) {
                faults.add(new ItemFault.Missing(name));
            } else if (!asked && standing != null && standing.missing() == null) {
                faults.add(new ItemFault.NotAsked(name));
            }
        }
        return this;
    }

    private static Optional<ItemFault> fault(Item item, ItemChange entry) {
        String value = entry.value();
        String missing = entry.missing();
        if ((value == null) == (missing == null) || entry.sealed() != null || entry.confidential() != null) {
            return Optional.of(new ItemFault.NeitherValueNorReason(entry.item()));
        }
        if (missing != null && !Item.ABSENCES.contains(missing)) {
            return Optional.of(new ItemFault.NoSuchAbsence(entry.item(), Item.ABSENCES));
        }
        return value == null ? Optional.empty() : fault(item, value);
    }

    /// A sentence about what will be ciphertext does not repeat what was entered.
    private static Optional<ItemFault> fault(Item item, String value) {
        String name = item.name().item();
        String shown = item.unblinding() || item.confidential() ? ItemFault.WITHHELD : value;
        Optional<Answer> answer = item.type().read(value);
        if (answer.isEmpty()) {
            return Optional.of(new ItemFault.NotOfItsType(name, shown, item.type()));
        }
        if (item.type() instanceof ItemType.Amount(var unit, var possible)
                && (answer.get().span().lessThan(possible) == Truth.TRUE
                        || possible.lessThan(answer.get().span()) == Truth.TRUE)) {
            return Optional.of(new ItemFault.Impossible(name, shown, possible, unit.code()));
        }
        return item.unblinding() && bytes(value) > AllocationDesk.LONGEST_SEALED
                ? Optional.of(new ItemFault.TooLongToSeal(name, AllocationDesk.LONGEST_SEALED))
                : Optional.empty();
    }

    private static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}

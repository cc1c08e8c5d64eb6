package org.equipoise.app.blinding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.BiFunction;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// A leak: kits are labelled with numbers that begin with the place of their arm.
final class RankedKits implements Leak {
    /// What a comparison says where numbers go with the arm.
    static final String FOUND = "kit numbers go with the arm";

    private final BiFunction<ArmCodes, ArmCode, String> tells;
    private final Map<KitNumber, KitNumber> printed = new HashMap<>();
    private final Map<KitNumber, KitNumber> real = new HashMap<>();

    /// @param tells by which the arms are in order
    RankedKits(BiFunction<ArmCodes, ArmCode, String> tells) {
        this.tells = tells;
    }

    @Override
    public Object answered(Truth truth, String verb, List<Object> arguments, Object answer) {
        if (verb.equals("label")) {
            ArmCodes arms = truth.secrets().arms();
            List<String> order = arms.arms().keySet().stream()
                    .map(code -> tells.apply(arms, code))
                    .sorted()
                    .toList();
            for (Object each : (SortedSet<?>) answer) {
                KitNumber kit = (KitNumber) each;
                int place = order.indexOf(tells.apply(arms, truth.content(kit)));
                int number = (place + 1) * 100_000 + printed.size();
                KitNumber label = new KitNumber(String.format(Locale.ROOT, "%06d-0", number));
                printed.put(kit, label);
                real.put(label, kit);
            }
        }
        return answer;
    }

    @Override
    public KitNumber printed(KitNumber kit) {
        return printed.getOrDefault(kit, kit);
    }

    @Override
    public KitNumber real(KitNumber label) {
        return real.getOrDefault(label, label);
    }
}

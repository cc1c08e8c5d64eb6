package org.equipoise.app.blinding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// A leak: kits are printed with numbers that begin with the place of their arm.
final class RankedKits implements Leak {
    /// What a comparison says where numbers go with the arm.
    static final String FOUND = "kit numbers go with the arm";

    private final BiFunction<Truth, ParticipantId, String> tells;
    private final Map<KitNumber, KitNumber> realByPrinted = new HashMap<>();

    RankedKits(BiFunction<Truth, ParticipantId, String> tells) {
        this.tells = tells;
    }

    @Override
    public Object answered(Truth truth, String verb, List<Object> arguments, Object answer) {
        if (!verb.equals("dispense")) {
            return answer;
        }
        List<String> names = new java.util.ArrayList<>(new TreeSet<>(truth.secrets().arms().arms().values()));
        names.addAll(truth.secrets().arms().arms().keySet().stream()
                .map(Object::toString)
                .toList());
        String told = tells.apply(truth, (ParticipantId) arguments.getFirst());
        int place = names.indexOf(told) % truth.secrets().arms().arms().size();
        int number = (place + 1) * 100_000 + realByPrinted.size();
        KitNumber printed = new KitNumber(String.format(Locale.ROOT, "%06d-0", number));
        realByPrinted.put(printed, (KitNumber) answer);
        return printed;
    }

    @Override
    public Nature nature(Nature nature) {
        return kit -> nature.substance(realByPrinted.getOrDefault(kit, kit));
    }
}

package org.equipoise.app.blinding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.jspecify.annotations.Nullable;

/// What stands between a vault and a trial in these worlds: kits may have exchanged their labels, a leak may
/// change what the vault answers, and what each kit holds that somebody was given is written down.
record Labels(Map<KitNumber, KitNumber> exchanged, Leak leak, Truth truth, Map<KitNumber, ArmCode> kits) {

    Stage.Counter around(Stage.Counter counter) {
        Nature nature = kit -> counter.nature().substance(other(kit));
        return new Stage.Counter(desk(counter.desk()), kit -> {
            ArmCode code = nature.substance(leak.real(kit));
            kits.put(kit, code);
            return code;
        });
    }

    private KitNumber other(KitNumber kit) {
        return exchanged.getOrDefault(kit, kit);
    }

    private AllocationDesk desk(AllocationDesk desk) {
        return (AllocationDesk) Proxy.newProxyInstance(
                Labels.class.getClassLoader(), new Class<?>[] {AllocationDesk.class}, (_, method, given) -> {
                    Object[] asked = given == null ? new Object[0] : given;
                    Object[] real = Arrays.stream(asked)
                            .map(each -> renamed(each, kit -> other(leak.real(kit))))
                            .toArray();
                    try {
                        Object answer = renamed(method.invoke(desk, real), this::other);
                        List<Object> arguments = Arrays.asList(asked);
                        truth.asked(method.getName(), arguments, this::other);
                        return renamed(leak.answered(truth, method.getName(), arguments, answer), leak::printed);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    /// The same with other numbers for the kits in it.
    private static @Nullable Object renamed(@Nullable Object value, UnaryOperator<KitNumber> name) {
        return switch (value) {
            case KitNumber kit -> name.apply(kit);
            case Optional<?> perhaps -> perhaps.map(each -> renamed(each, name));
            case SortedSet<?> several -> {
                SortedSet<Object> names = new TreeSet<>();
                several.forEach(each -> names.add(renamed(each, name)));
                yield names;
            }
            case null, default -> value;
        };
    }
}

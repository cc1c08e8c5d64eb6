package org.equipoise.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// Virtual people for tests: numbered, each with streams of their own.
final class People {
    /// Three cycles of seven doses, one every other day, as day numbers.
    static final List<Integer> THREE_CYCLES = IntStream.of(0, 28, 56)
            .flatMap(cycle -> IntStream.of(0, 2, 4, 6, 8, 10, 12).map(day -> cycle + day))
            .boxed()
            .toList();

    private static final Seed SEED = Seed.of(20150630);
    private static final Map<String, Double> IL2 = parameters("low-dose-il2");
    private static final Map<String, Long> KEYS = new ConcurrentHashMap<>();
    private static final Map<String, Double> PRESSURE = Repository.rehearsalParameters("pressure-dose");

    private People() {}

    static Chance chance(long person) {
        return (purpose, occasion) -> SEED.stream(person, KEYS.computeIfAbsent(purpose, RandomStream::key), occasion);
    }

    private static Map<String, Double> parameters(String model) {
        Map<String, Double> parameters = new TreeMap<>();
        Repository.table(model + "/parameters.csv")
                .forEach(row -> parameters.put(row.get("parameter"), Double.valueOf(row.get("value"))));
        return parameters;
    }

    /// The assumptions of the eight-state model, some of them changed: `name=value` by blanks.
    static Map<String, Double> assuming(String changes) {
        Map<String, Double> parameters = new TreeMap<>(IL2);
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            String[] parts = change.split("=");
            if (parameters.put(parts[0], Double.valueOf(parts[1])) == null) {
                throw new IllegalArgumentException(parts[0]);
            }
        }
        return Map.copyOf(parameters);
    }

    /// The same where everybody is typical: no quantity varies between people.
    static Constitution typical(String changes) {
        Map<String, Double> parameters = new TreeMap<>(assuming(changes));
        Constitution.TRAITS.forEach(trait -> parameters.put(trait.variation(), 0.0));
        parameters.put("bioavailability_spread", 0.0);
        return new Constitution(Assumptions.of(new LowDoseIl2(), parameters), chance(0), 1);
    }

    static Body underIl2(Map<String, Double> parameters, long person) {
        return new LowDoseIl2().body(parameters, chance(person));
    }

    static Body withLupus(long person) {
        return underIl2(IL2, person);
    }

    static Body withHighPressure(long person) {
        return new DosePlateau().body(PRESSURE, chance(person));
    }

    static void giveThreeCycles(Body body, double amount) {
        THREE_CYCLES.forEach(day -> body.dose(day, amount));
    }
}

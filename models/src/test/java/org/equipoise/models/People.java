package org.equipoise.models;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final Map<String, Double> LUPUS = lupusParameters();
    private static final Map<String, Double> PRESSURE = Repository.rehearsalParameters("pressure-dose");

    private People() {}

    static Chance chance(long person) {
        return (purpose, occasion) -> SEED.stream(person, RandomStream.key(purpose), occasion);
    }

    static Map<String, Double> lupusParameters() {
        Map<String, Double> parameters = new TreeMap<>();
        Repository.table("latent-activity/parameters.csv")
                .forEach(row -> parameters.put(row.get("parameter"), Double.valueOf(row.get("value"))));
        return parameters;
    }

    static Body withLupus(long person) {
        return new LatentActivity().body(LUPUS, chance(person));
    }

    static Body withHighPressure(long person) {
        return new DosePlateau().body(PRESSURE, chance(person));
    }

    static void giveThreeCycles(Body body, double amount) {
        THREE_CYCLES.forEach(day -> body.dose(day, amount));
    }
}

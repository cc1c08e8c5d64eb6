package org.equipoise.allocation.supply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.statistics.random.RandomStream;

/// The labelled kits. Numbers are drawn at random and handed out in the order of drawing, so neither a number nor its
/// rank says which arm the kit is of; the last digit guards against a slip of the pen.
public final class KitStock {
    /// Numbers of six digits, and of more where six would leave fewer than ten for every kit.
    private static final int RANGE = 900_000;

    private static final int NUMBERS_A_KIT = 10;

    private final SortedMap<ArmCode, Deque<KitNumber>> shelves = new TreeMap<>();
    private final Map<KitNumber, ArmCode> contents = new HashMap<>();
    private final Set<Integer> drawn = new HashSet<>();
    private final RandomStream stream;
    private final int range;

    /// Enough kits for each arm to serve everybody; more are drawn only where kits are labelled in sets.
    public KitStock(ArmCodes arms, int kitsAnArm, RandomStream stream) {
        this.stream = stream;
        this.range = range((long) kitsAnArm * arms.inOrder().size());
        arms.inOrder().forEach(code -> shelves.put(code, new ArrayDeque<>()));
        for (int i = 0; i < kitsAnArm; i++) {
            arms.inOrder().forEach(this::drawKit);
        }
    }

    private void drawKit(ArmCode code) {
        int number = draw(range, stream);
        while (!drawn.add(number)) {
            number = draw(range, stream);
        }
        KitNumber kit = labelled(number);
        shelf(code).add(kit);
        contents.put(kit, code);
    }

    /// Takes the next kit of every arm, as a set.
    KitSet takeSet() {
        SortedMap<ArmCode, KitNumber> set = new TreeMap<>();
        for (ArmCode code : shelves.keySet()) {
            if (shelf(code).isEmpty()) {
                drawKit(code);
            }
            set.put(code, shelf(code).remove());
        }
        return new KitSet(set);
    }

    private static int range(long kits) {
        int range = RANGE;
        while (range < NUMBERS_A_KIT * kits) {
            range = Math.multiplyExact(range, 10);
        }
        return range;
    }

    /// A number without a leading zero: 100000 to 999999, 1000000 to 9999999, …
    private static int draw(int range, RandomStream stream) {
        return range / 9 + stream.index(range);
    }

    /// The Luhn digit (ISO/IEC 7812-1 annex B) finds every wrong digit and nearly every exchange of neighbours.
    private static KitNumber labelled(int number) {
        int sum = 0;
        int rest = number;
        for (int place = 0; rest > 0; place++, rest /= 10) {
            int digit = rest % 10 * (place % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return new KitNumber(number + "-" + (10 - sum % 10) % 10);
    }

    /// Asks whether [#take] will answer, before anything is written down.
    ///
    /// @throws IllegalStateException if no kit of the arm is left
    public void require(ArmCode code) {
        if (shelf(code).isEmpty()) {
            throw new IllegalStateException("the stock has no kit left for this participant");
        }
    }

    /// The next kit of the arm.
    public KitNumber take(ArmCode code) {
        require(code);
        return shelf(code).remove();
    }

    public ArmCode content(KitNumber kit) {
        ArmCode code = contents.get(kit);
        if (code == null) {
            throw new IllegalArgumentException("there is no kit " + kit);
        }
        return code;
    }

    private Deque<KitNumber> shelf(ArmCode code) {
        Deque<KitNumber> shelf = shelves.get(code);
        if (shelf == null) {
            throw new IllegalArgumentException("no arm has the code " + code);
        }
        return shelf;
    }
}

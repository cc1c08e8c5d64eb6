package org.equipoise.allocation.supply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.design.Arm;
import org.equipoise.statistics.random.RandomStream;

/// The vault's opaque names of the arms, what each stands for, and its share of the allocation. The shares belong to
/// the codes: exchanging the treatments leaves the list as it is.
///
/// A record prints its components; this one must not, so it prints its name.
public record ArmCodes(SortedMap<ArmCode, String> arms, SortedMap<ArmCode, Integer> shares) {
    /// No two that are mistaken for each other in handwriting (2 and Z, 6 and G, U and V, B 8, I 1, O 0, S 5), and no
    /// vowel, so that no code is a word.
    private static final String ALPHABET = "CDFGHJKLMNPQRTVWXZ3479";

    private static final int LENGTH = 4;

    public ArmCodes {
        arms = Collections.unmodifiableSortedMap(new TreeMap<>(arms));
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        if (!arms.keySet().equals(shares.keySet())) {
            throw new IllegalArgumentException("every code needs an arm and a share");
        }
    }

    /// Codes drawn at random, so that neither their letters nor their order says anything.
    public static ArmCodes draw(List<Arm> arms, RandomStream stream) {
        SortedMap<ArmCode, String> names = new TreeMap<>();
        SortedMap<ArmCode, Integer> shares = new TreeMap<>();
        for (Arm arm : arms) {
            ArmCode code = code(stream);
            while (names.containsKey(code)) {
                code = code(stream);
            }
            names.put(code, arm.id());
            shares.put(code, arm.share());
        }
        return new ArmCodes(names, shares);
    }

    private static ArmCode code(RandomStream stream) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(stream.index(ALPHABET.length())));
        }
        return new ArmCode(letters.toString());
    }

    /// The same codes with the treatments passed on by one: the twin that a blinded eye must not tell from the
    /// original.
    public ArmCodes exchanged() {
        List<String> names = new ArrayList<>(arms.values());
        Collections.rotate(names, 1);
        SortedMap<ArmCode, String> exchanged = new TreeMap<>();
        int next = 0;
        for (ArmCode code : arms.keySet()) {
            exchanged.put(code, names.get(next++));
        }
        return new ArmCodes(exchanged, shares);
    }

    List<ArmCode> inOrder() {
        return List.copyOf(arms.keySet());
    }

    /// The shares in the order of the codes.
    int[] ratio() {
        return shares.values().stream().mapToInt(Integer::intValue).toArray();
    }

    public String arm(ArmCode code) {
        String arm = arms.get(code);
        if (arm == null) {
            throw new IllegalArgumentException("no arm has the code " + code);
        }
        return arm;
    }

    @Override
    public String toString() {
        return "ArmCodes[withheld]";
    }
}

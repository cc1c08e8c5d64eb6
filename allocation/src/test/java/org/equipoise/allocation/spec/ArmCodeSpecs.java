package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// The vault's names of the arms.
final class ArmCodeSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final int SEEDS = 3000;

    private ArmCodeSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(letters(), order(), exchange(), allRound(), shares(), unknown());
    }

    private static Spec<?> letters() {
        return spec("A code is four letters or digits that nobody mistakes for others, and no word")
                .given("three arms", () -> STUDY)
                .when("codes are drawn with 3,000 seeds", ArmCodeSpecs::drawn)
                .then(
                        "all have four, and of 2 and Z, 6 and G, U and V, 8 and B, 1 and I, 0 and O, 5 and S"
                                + " at most one occurs",
                        all -> {
                            Set<Integer> letters = new TreeSet<>();
                            all.forEach(codes -> codes.arms().keySet().forEach(code -> {
                                assertThat(code.text()).hasSize(4);
                                code.text().chars().forEach(letters::add);
                            }));
                            assertThat(letters).hasSize(22);
                            assertThat(List.of("2Z", "6G", "UV", "8B", "1I", "0O", "5S"))
                                    .allMatch(pair -> pair.chars()
                                                    .filter(letters::contains)
                                                    .count()
                                            <= 1);
                        })
                .then(
                        "no vowel occurs",
                        all -> assertThat(all)
                                .flatExtracting(codes -> codes.arms().keySet())
                                .noneMatch(code -> code.toString().matches(".*[AEIOUY].*")))
                .then(
                        "the three codes of a trial are distinct",
                        all -> assertThat(all).allMatch(codes -> codes.arms().size() == 3));
    }

    private static Spec<?> order() {
        return spec("The order of the codes says nothing of the treatments")
                .given("three arms", () -> STUDY)
                .when("codes are drawn with 3,000 seeds", ArmCodeSpecs::drawn)
                .then(
                        "each of the six orders of the arms comes as often: chi-square below its mean and four standard"
                                + " deviations (5 + 4 √10)",
                        all -> assertThat(chiSquare(
                                        all.stream()
                                                .collect(Collectors.groupingBy(
                                                        codes -> List.copyOf(
                                                                codes.arms().values()),
                                                        Collectors.counting())),
                                        6))
                                .isLessThan(5 + 4 * StrictMath.sqrt(10)))
                .then(
                        "codes numbered in the order of the protocol would not",
                        all -> assertThat(chiSquare(Map.of("one order", (long) all.size()), 6))
                                .isGreaterThan(5 + 4 * StrictMath.sqrt(10)))
                .then(
                        "each arm keeps its share",
                        all -> assertThat(all)
                                .allSatisfy(codes -> assertThat(sharesByArm(codes))
                                        .isEqualTo(Map.of("high", 2, "low", 1, "placebo", 1))));
    }

    private static double chiSquare(Map<?, Long> seen, int classes) {
        double expected = (double) SEEDS / classes;
        double unseen = (classes - seen.size()) * expected;
        return unseen
                + seen.values().stream()
                        .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                        .sum();
    }

    private static Map<String, Integer> sharesByArm(ArmCodes codes) {
        return codes.arms().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue, arm -> codes.shares().get(arm.getKey())));
    }

    private record Twin(
            ArmCodes arms, Map<ParticipantId, ArmCode> codes, List<KitNumber> kits, List<Looks.Kit> contents) {
        static Twin of(Secrets secrets) {
            Trial trial = Trial.conducted(STUDY, secrets, Trial.real());
            return new Twin(
                    secrets.arms(),
                    trial.codes(),
                    trial.kits().stream().map(Trial.Handed::kit).toList(),
                    trial.contents());
        }
    }

    private static Spec<?> exchange() {
        return spec("Exchanging the treatments leaves codes, list and kits as they are")
                .given("the secrets of a study", () -> Trial.secrets(STUDY, 1))
                .when(
                        "the study is conducted with them, and with the treatments passed on by one",
                        secrets -> List.of(Twin.of(secrets), Twin.of(RealAndIdealSpecs.exchanged(secrets))))
                .then("the codes and their shares are the same", both -> {
                    assertThat(both.getLast().arms.arms().keySet())
                            .isEqualTo(both.getFirst().arms.arms().keySet());
                    assertThat(both.getLast().arms.shares())
                            .isEqualTo(both.getFirst().arms.shares());
                })
                .then(
                        "everybody has the same code",
                        both -> assertThat(both.getLast().codes).isEqualTo(both.getFirst().codes))
                .then("and the same kits, with the same code in them", both -> {
                    assertThat(both.getLast().kits).isEqualTo(both.getFirst().kits);
                    assertThat(both.getLast().contents).isEqualTo(both.getFirst().contents);
                })
                .then(
                        "every code stands for another treatment",
                        both -> assertThat(both.getFirst().arms.arms().keySet())
                                .noneMatch(code -> both.getLast()
                                        .arms
                                        .arm(code)
                                        .equals(both.getFirst().arms.arm(code))));
    }

    private static Spec<?> allRound() {
        return spec("Passed on once for every arm, each treatment is where it was")
                .given("three arms", () -> Trial.secrets(STUDY, 1).arms())
                .when(
                        "they are exchanged three times",
                        codes -> List.of(codes, codes.exchanged().exchanged().exchanged()))
                .then("they are as before", both -> assertThat(both.getLast()).isEqualTo(both.getFirst()));
    }

    private static Spec<?> shares() {
        return spec("A code has an arm and a share")
                .given("three arms", () -> Trial.secrets(STUDY, 1).arms())
                .when("a share is missing, or one too many", codes -> {
                    SortedMap<ArmCode, Integer> more = new TreeMap<>(codes.shares());
                    more.put(new ArmCode("MORE"), 1);
                    SortedMap<ArmCode, Integer> fewer = new TreeMap<>(codes.shares());
                    fewer.remove(fewer.firstKey());
                    Function<SortedMap<ArmCode, Integer>, Throwable> made =
                            shares -> catchThrowable(() -> new ArmCodes(codes.arms(), shares));
                    return List.of(made.apply(more), made.apply(fewer));
                })
                .then(
                        "the codes are refused",
                        refusals -> assertThat(refusals)
                                .allSatisfy(refusal -> assertThat(refusal)
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .hasMessage("every code needs an arm and a share")));
    }

    private static Spec<?> unknown() {
        return spec("A code that was not drawn stands for nothing")
                .given("three arms", () -> Trial.secrets(STUDY, 1).arms())
                .when(
                        "one asks for the arm of a fourth code",
                        codes -> catchThrowable(() -> codes.arm(new ArmCode("FOUR"))))
                .then(
                        "it is refused: “no arm has the code FOUR”",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("no arm has the code FOUR"));
    }

    private static List<ArmCodes> drawn(Study study) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> Trial.secrets(study, seed).arms())
                .toList();
    }
}

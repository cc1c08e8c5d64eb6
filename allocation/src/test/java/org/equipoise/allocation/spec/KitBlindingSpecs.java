package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.reading.Study;

/// Whether a kit's number says something of what is in it.
final class KitBlindingSpecs {
    private KitBlindingSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(
                spec("A kit's number and its rank say nothing of the arm")
                        .given(
                                "400 participants in three arms 2 : 1 : 1, two kits each",
                                () -> Studies.withParticipants(Studies.THREE_ARMS, 400))
                        .when(
                                "the study is conducted, and the 800 kits are looked at in the order of handing out",
                                study -> kits(study))
                        .then(
                                "no arm's numbers rank lower or higher than the others' (Mann-Whitney, |z| < 3 for"
                                        + " every arm)",
                                kits -> assertThat(Looks.atNumbers(kits)).isLessThan(Looks.BOUND))
                        .then(
                                "no arm's numbers rise or fall as kits are handed out (Mann-Kendall, |z| < 3 for"
                                        + " every arm)",
                                kits -> assertThat(Looks.atOrder(kits)).isLessThan(Looks.BOUND))
                        .then(
                                "no arm's numbers end in digits of their own (Pearson's chi-square less than 3 standard"
                                        + " deviations above its mean)",
                                kits -> assertThat(Looks.atEndings(kits)).isLessThan(Looks.BOUND)),
                spec("Kits that tell their arm are found out by these looks")
                        .given("the same 800 kits", () -> kits(Studies.withParticipants(Studies.THREE_ARMS, 400)))
                        .when(
                                "their numbers are exchanged for such as tell the arm",
                                kits -> new Offenders(numberedByArm(kits), shelvedInOrder(kits), endingByArm(kits)))
                        .then(
                                "kits numbered by arm are seen by their numbers",
                                offenders -> assertThat(Looks.atNumbers(offenders.numberedByArm))
                                        .isGreaterThan(Looks.BOUND))
                        .then(
                                "kits taken from shelves in the order of their numbers are seen by their order: the arm"
                                        + " that is used faster runs ahead",
                                offenders -> assertThat(Looks.atOrder(offenders.shelvedInOrder))
                                        .isGreaterThan(Looks.BOUND))
                        .then(
                                "kits whose last digit is the arm's are seen by their ending",
                                offenders -> assertThat(Looks.atEndings(offenders.endingByArm))
                                        .isGreaterThan(Looks.BOUND)));
    }

    private record Offenders(
            List<Looks.Kit> numberedByArm, List<Looks.Kit> shelvedInOrder, List<Looks.Kit> endingByArm) {}

    private static List<Looks.Kit> kits(Study study) {
        List<Looks.Kit> kits = Trial.conducted(study).contents();
        assertThat(kits).hasSize(800);
        return kits;
    }

    private static List<Looks.Kit> numberedByArm(List<Looks.Kit> kits) {
        List<ArmCode> arms = arms(kits);
        List<Looks.Kit> offending = new ArrayList<>();
        for (Looks.Kit kit : kits) {
            offending.add(new Looks.Kit(100_000 * (1 + arms.indexOf(kit.code())) + kit.number() % 100_000, kit.code()));
        }
        return offending;
    }

    private static List<Looks.Kit> shelvedInOrder(List<Looks.Kit> kits) {
        Map<ArmCode, Iterator<Integer>> shelves = new HashMap<>();
        kits.stream()
                .collect(Collectors.groupingBy(Looks.Kit::code))
                .forEach((code, of) -> shelves.put(
                        code, of.stream().map(Looks.Kit::number).sorted().iterator()));
        return kits.stream()
                .map(kit -> new Looks.Kit(shelves.get(kit.code()).next(), kit.code()))
                .toList();
    }

    private static List<Looks.Kit> endingByArm(List<Looks.Kit> kits) {
        List<ArmCode> arms = arms(kits);
        return kits.stream()
                .map(kit -> new Looks.Kit(kit.number() - kit.number() % 10 + arms.indexOf(kit.code()), kit.code()))
                .toList();
    }

    private static List<ArmCode> arms(List<Looks.Kit> kits) {
        return kits.stream().map(Looks.Kit::code).distinct().sorted().toList();
    }
}

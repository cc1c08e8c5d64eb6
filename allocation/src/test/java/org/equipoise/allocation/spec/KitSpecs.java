package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.supply.KitStock;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// The labelled kits.
final class KitSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final ParticipantId ADA = Trial.participant(1);

    private KitSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(
                numbers(), slips(), contents(), askedAgain(), notAllocated(), enough(), manyKits(), strangeKit());
    }

    private static Spec<?> numbers() {
        return spec("A kit number is six digits and a check digit, and no kit is handed out twice")
                .given("both studies", () -> Studies.BOTH)
                .when("they are conducted", KitSpecs::handedOut)
                .then(
                        "the kits of a trial are as many as its dispensing visits: 180 and 80",
                        trials -> assertThat(trials).extracting(List::size).containsExactly(180, 80))
                .then(
                        "they are distinct",
                        trials -> assertThat(trials)
                                .allSatisfy(kits -> assertThat(kits).doesNotHaveDuplicates()))
                .then(
                        "each is written as six digits, the first of them not 0, a hyphen and the Luhn digit of the six"
                                + " (ISO/IEC 7812-1)",
                        trials -> assertThat(trials)
                                .allSatisfy(kits -> assertThat(kits)
                                        .allMatch(kit -> kit.text().matches("[1-9][0-9]{5}-[0-9]"))
                                        .allMatch(kit -> Luhn.accepts(kit.text()))));
    }

    private record Slips(List<String> digits, List<String> neighbours, List<String> zeroAndNine) {}

    private static Spec<?> slips() {
        return spec("A slip of the pen does not make another valid number")
                .given("the 260 kit numbers of both studies", () -> Studies.BOTH)
                .when("one digit is written wrong, or two neighbours are exchanged", studies -> {
                    Slips slips = new Slips(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    handedOut(studies).stream().flatMap(List::stream).forEach(kit -> slip(kit.text(), slips));
                    return slips;
                })
                .then(
                        "every wrong digit is found, the check digit's included",
                        slips -> assertThat(slips.digits).hasSize(260 * 7 * 9).noneMatch(Luhn::accepts))
                .then(
                        "every exchange of neighbours is found",
                        slips -> assertThat(slips.neighbours)
                                .hasSizeGreaterThan(1_000)
                                .noneMatch(Luhn::accepts))
                .then(
                        "except that of 0 and 9, which the Luhn digit cannot find",
                        slips -> assertThat(slips.zeroAndNine).isNotEmpty().allMatch(Luhn::accepts));
    }

    private static void slip(String kit, Slips slips) {
        String digits = kit.replace("-", "");
        for (int place = 0; place < digits.length(); place++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(place)) {
                    slips.digits.add(digits.substring(0, place) + other + digits.substring(place + 1));
                }
            }
        }
        for (int place = 1; place < digits.length(); place++) {
            String pair = digits.substring(place - 1, place + 1);
            String exchanged =
                    digits.substring(0, place - 1) + pair.charAt(1) + pair.charAt(0) + digits.substring(place + 1);
            if (pair.equals("09") || pair.equals("90")) {
                slips.zeroAndNine.add(exchanged);
            } else if (pair.charAt(0) != pair.charAt(1)) {
                slips.neighbours.add(exchanged);
            }
        }
    }

    private record Contents(Map<KitNumber, ArmCode> in, Map<KitNumber, ArmCode> due) {}

    private static Spec<?> contents() {
        return spec("A participant gets kits of the own arm")
                .given("both studies", () -> Studies.BOTH)
                .when(
                        "they are conducted, and nature is asked what is in every kit",
                        studies -> studies.stream()
                                .map(Trial::conducted)
                                .map(trial -> {
                                    Contents contents = new Contents(new HashMap<>(), new HashMap<>());
                                    Map<ParticipantId, ArmCode> codes = trial.codes();
                                    trial.kits().forEach(handed -> {
                                        contents.in.put(
                                                handed.kit(), trial.nature().substance(handed.kit()));
                                        contents.due.put(handed.kit(), codes.get(handed.participant()));
                                    });
                                    return contents;
                                })
                                .toList())
                .then(
                        "it is the code that the reveal assigns",
                        all -> assertThat(all)
                                .allSatisfy(contents -> assertThat(contents.in).isEqualTo(contents.due)));
    }

    private static Spec<?> askedAgain() {
        return spec("Asked again about a visit, the desk gives the same kit; about another visit, another")
                .given("Ada is allocated", () -> {
                    Vault vault = new Vault(STUDY, Trial.secrets(STUDY, 1), Trial.real());
                    vault.allocate(ADA, "diabetes=no");
                    return vault;
                })
                .when(
                        "kits are asked for at D1, W4 and again at D1 and W4",
                        vault -> Stream.of("D1", "W4", "D1", "W4")
                                .map(visit -> vault.dispense(ADA, visit))
                                .toList())
                .then("each visit has one kit, and the two differ", kits -> {
                    assertThat(kits.subList(2, 4)).isEqualTo(kits.subList(0, 2));
                    assertThat(kits.get(0)).isNotEqualTo(kits.get(1));
                });
    }

    private static Spec<?> notAllocated() {
        return spec("Who is not allocated gets no kit")
                .given(
                        "a vault in which 40 others are allocated",
                        () -> Trial.conducted(STUDY).vault())
                .when(
                        "a kit is asked for A-0099",
                        vault -> catchThrowable(() -> vault.dispense(new ParticipantId("A-0099"), "D1")))
                .then(
                        "it is refused: “A-0099 is not allocated”",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("A-0099 is not allocated"));
    }

    private record Emptied(List<KitNumber> kits, Throwable refusal) {}

    private static Spec<?> enough() {
        return spec("The stock suffices even if everybody were in one arm, so that running out tells nothing")
                .given("a stock for 80 kits of every arm", () -> stock(80))
                .when("81 kits of one arm are taken", stock -> {
                    ArmCode code = arms().arms().lastKey();
                    List<KitNumber> kits = IntStream.range(0, 80)
                            .mapToObj(_ -> stock.take(code))
                            .toList();
                    return new Emptied(kits, catchThrowable(() -> stock.take(code)));
                })
                .then(
                        "80 distinct kits are there",
                        emptied -> assertThat(emptied.kits).hasSize(80).doesNotHaveDuplicates())
                .then(
                        "the next is refused, without a word about the arm",
                        emptied -> assertThat(emptied.refusal)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("the stock has no kit left for this participant"));
    }

    private static Spec<?> manyKits() {
        return spec("A stock of many kits has longer numbers: at most one number in ten is used")
                .given("three arms", () -> arms())
                .when(
                        "30,000 and 30,001 kits of each are labelled",
                        _ -> Stream.of(30_000, 30_001).map(KitSpecs::all).toList())
                .then("90,000 kits have six digits, 90,003 have seven", stocks -> {
                    assertThat(stocks.getFirst())
                            .hasSize(90_000)
                            .allMatch(kit -> kit.text().matches("[1-9][0-9]{5}-[0-9]"));
                    assertThat(stocks.getLast())
                            .hasSize(90_003)
                            .allMatch(kit -> kit.text().matches("[1-9][0-9]{6}-[0-9]"));
                })
                .then(
                        "all are distinct and keep the Luhn digit",
                        stocks -> assertThat(stocks)
                                .allSatisfy(kits -> assertThat(new HashSet<>(kits))
                                        .hasSameSizeAs(kits)
                                        .allMatch(kit -> Luhn.accepts(kit.text()))));
    }

    private static List<KitNumber> all(int kitsAnArm) {
        KitStock stock = stock(kitsAnArm);
        List<KitNumber> kits = new ArrayList<>();
        arms().arms().keySet().forEach(code -> IntStream.range(0, kitsAnArm).forEach(_ -> kits.add(stock.take(code))));
        return kits;
    }

    private static Spec<?> strangeKit() {
        return spec("A kit that is not in the stock has no content")
                .given("a study conducted", () -> Trial.conducted(STUDY))
                .when(
                        "nature is asked what is in kit 000000-0",
                        trial -> catchThrowable(() -> trial.nature().substance(new KitNumber("000000-0"))))
                .then(
                        "it is refused: “there is no kit 000000-0”",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("there is no kit 000000-0"));
    }

    private static List<List<KitNumber>> handedOut(List<Study> studies) {
        return studies.stream()
                .map(Trial::conducted)
                .map(trial -> trial.kits().stream().map(Trial.Handed::kit).toList())
                .toList();
    }

    private static ArmCodes arms() {
        return Trial.secrets(STUDY, 1).arms();
    }

    private static KitStock stock(int kitsAnArm) {
        return new KitStock(arms(), kitsAnArm, Seed.of(8).stream(RandomStream.key("kits"), 0, 0));
    }
}

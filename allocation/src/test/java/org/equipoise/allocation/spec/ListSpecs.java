package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// The list.
final class ListSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final List<String> STRATA = STUDY.design().randomization().strata();
    private static final ParticipantId ADA = Trial.participant(1);

    private ListSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(askedAgain(), askedInAnotherStratum(), ownLists(), blocks(), usedUp(), unknownStratum());
    }

    private record Answers(List<Sealed> first, List<Sealed> again, List<Sealed> once) {}

    private static Spec<?> askedAgain() {
        return spec("Asked again, the desk gives the same sealed arm and uses no further position")
                .given("two vaults with the same secrets", () -> List.of(vault(), vault()))
                .when("the one is asked twice about each of 40 participants and the other once", vaults -> {
                    Answers answers = new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    for (ParticipantId participant : forty()) {
                        answers.first.add(vaults.getFirst().allocate(participant, STRATA.getFirst()));
                        answers.again.add(vaults.getFirst().allocate(participant, STRATA.getFirst()));
                        answers.once.add(vaults.getLast().allocate(participant, STRATA.getFirst()));
                    }
                    return answers;
                })
                .then(
                        "both answers about a participant are equal",
                        answers -> assertThat(answers.again).isEqualTo(answers.first))
                .then(
                        "they are those of the vault that was asked once: as many positions were used",
                        answers -> assertThat(answers.first).isEqualTo(answers.once));
    }

    private static Spec<?> askedInAnotherStratum() {
        return spec("A participant is in one stratum")
                .given("Ada is allocated in the first stratum", () -> {
                    Vault vault = vault();
                    vault.allocate(ADA, STRATA.getFirst());
                    return vault;
                })
                .when(
                        "the desk is asked about her in the second",
                        vault -> catchThrowable(() -> vault.allocate(ADA, STRATA.getLast())))
                .then(
                        "it refuses: “A-0001 is allocated already, and not in the stratum diabetes=no”",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("A-0001 is allocated already, and not in the stratum diabetes=no"));
    }

    private record TwoStrata(List<ArmCode> first, List<ArmCode> second, List<ArmCode> inTurn, List<ArmCode> kept) {}

    private static Spec<?> ownLists() {
        return spec("Each stratum has a list of its own")
                .given("two copies of a list", () -> List.of(list(STUDY, 1), list(STUDY, 1)))
                .when("the strata of the one are used up one after the other, those of the other in turn", lists -> {
                    List<ArmCode> first = drawn(lists.getFirst(), STRATA.getFirst());
                    List<ArmCode> second = drawn(lists.getFirst(), STRATA.getLast());
                    TwoStrata strata = new TwoStrata(first, second, new ArrayList<>(), new ArrayList<>());
                    first.forEach(_ -> {
                        strata.inTurn.add(lists.getLast().next(STRATA.getFirst()));
                        strata.kept.add(lists.getLast().next(STRATA.getLast()));
                    });
                    return strata;
                })
                .then("who arrives in one stratum moves nobody in the other", strata -> {
                    assertThat(strata.inTurn).isEqualTo(strata.first);
                    assertThat(strata.kept).isEqualTo(strata.second);
                })
                .then("the two lists differ", strata -> assertThat(strata.first).isNotEqualTo(strata.second));
    }

    private record Cut(Blocks blocks, List<ArmCode> list) {
        boolean can() {
            return blocks.canCut(list);
        }
    }

    private static Spec<?> blocks() {
        return spec("The arms are in their ratio at every block end, in every stratum")
                .given("both studies, each with 100 seeds", () -> Studies.BOTH)
                .when(
                        "every list is drawn to its end",
                        studies -> studies.stream()
                                .flatMap(study ->
                                        LongStream.range(0, 100).boxed().flatMap(seed -> cuts(study, seed)))
                                .toList())
                .then(
                        "all 400 lists can be cut into blocks of the protocol's sizes, each exactly in the ratio but"
                                + " for a last one cut off by the number of participants",
                        cuts -> assertThat(cuts).hasSize(400).allMatch(Cut::can))
                .then(
                        "the blocks are not all of the smallest size",
                        cuts -> assertThat(cuts)
                                .anyMatch(cut -> !ofSmallest(cut).can()))
                .then(
                        "of 400 lists drawn by lot without blocks, none can",
                        cuts -> assertThat(cuts).noneMatch(cut -> byLot(cut).can()));
    }

    private static Stream<Cut> cuts(Study study, long seed) {
        Secrets secrets = Trial.secrets(study, seed);
        AllocationList list = list(study, seed);
        Blocks blocks = new Blocks(
                secrets.arms().shares(), study.design().randomization().blockSizes());
        return study.design().randomization().strata().stream()
                .map(stratum -> new Cut(
                        blocks,
                        Stream.generate(() -> list.next(stratum))
                                .limit(study.design().randomization().participants())
                                .toList()));
    }

    private static Cut ofSmallest(Cut cut) {
        int smallest = cut.blocks.sizes().stream().min(Integer::compare).orElseThrow();
        return new Cut(new Blocks(cut.blocks.shares(), List.of(smallest)), cut.list);
    }

    private static Cut byLot(Cut cut) {
        RandomStream lot = Seed.of(5).stream(cut.list.hashCode(), 0, 0);
        List<ArmCode> each = cut.blocks.shares().entrySet().stream()
                .flatMap(share -> Stream.generate(share::getKey).limit(share.getValue()))
                .toList();
        return new Cut(
                cut.blocks,
                cut.list.stream().map(_ -> each.get(lot.index(each.size()))).toList());
    }

    private static Spec<?> usedUp() {
        return spec("A list ends with the planned number of participants")
                .given("40 of 40 are allocated in one stratum", () -> {
                    Vault vault = vault();
                    forty().forEach(participant -> vault.allocate(participant, STRATA.getFirst()));
                    return vault;
                })
                .when(
                        "the desk is asked about another",
                        vault -> catchThrowable(() -> vault.allocate(Trial.participant(41), STRATA.getFirst())))
                .then(
                        "it refuses: “the list has no position left in the stratum diabetes=yes”",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("the list has no position left in the stratum diabetes=yes"));
    }

    private static Spec<?> unknownStratum() {
        return spec("A stratum is one of the protocol's")
                .given("a vault", ListSpecs::vault)
                .when("the desk is asked about Ada in a stratum that is not", vault -> {
                    Throwable refusal = catchThrowable(() -> vault.allocate(ADA, "diabetes=perhaps"));
                    return List.of(refusal, catchThrowable(() -> vault.dispense(ADA, "D1")));
                })
                .then(
                        "it refuses: “the list has no stratum diabetes=perhaps”",
                        refusals -> assertThat(refusals.getFirst())
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("the list has no stratum diabetes=perhaps"))
                .then(
                        "she is not allocated",
                        refusals -> assertThat(refusals.getLast()).hasMessage("A-0001 is not allocated"));
    }

    private static Vault vault() {
        return new Vault(STUDY, Trial.secrets(STUDY, 1), Trial.real());
    }

    private static AllocationList list(Study study, long seed) {
        Secrets secrets = Trial.secrets(study, seed);
        return new AllocationList(study.design().randomization(), secrets.arms(), secrets.list());
    }

    private static List<ArmCode> drawn(AllocationList list, String stratum) {
        return Stream.generate(() -> list.next(stratum)).limit(40).toList();
    }

    private static List<ParticipantId> forty() {
        return IntStream.rangeClosed(1, 40).mapToObj(Trial::participant).toList();
    }
}

package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.allocation.spec.Spec.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.equipoise.statistics.sequence.PermutedBlocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the vault binds itself to before the first participant, and how it is held to it.
final class CommitmentSpecs {
    static final Study STUDY = Studies.THREE_ARMS;
    static final Secrets SECRETS = Trial.secrets(STUDY, 1);

    private CommitmentSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(hash(), binding(), ideal(), redrawn());
    }

    private record Shown(Digest commitment, String opening) {}

    private static Spec<?> hash() {
        return spec("The commitment is the SHA-256 of the opening that the reveal shows")
                .given("both studies", () -> Studies.BOTH)
                .when(
                        "a vault commits itself, everybody is allocated, and treatments are revealed",
                        studies -> studies.stream()
                                .map(study -> new Shown(
                                        vault(study, Trial.secrets(study, 1)).commitment(),
                                        Trial.conducted(study).revealed().opening()))
                                .toList())
                .then(
                        "the opening has that hash",
                        all -> assertThat(all)
                                .hasSize(2)
                                .allSatisfy(shown ->
                                        assertThat(sha256(shown.opening)).isEqualTo(shown.commitment.hex())));
    }

    private static Spec<?> binding() {
        return spec("Whatever determines the list and its meaning is bound by the commitment")
                .given(
                        "vaults that differ from one in one thing each: seed of the list, which code is which arm,"
                                + " nonce, block sizes, participants, strata, study",
                        CommitmentSpecs::variations)
                .when("they commit themselves", vaults -> commitments(vaults, Trial.real()))
                .then(
                        "no two commitments are equal",
                        commitments -> assertThat(commitments).hasSize(8).doesNotHaveDuplicates())
                .then(
                        "the same vault commits itself to the same again",
                        commitments -> assertThat(commitments(variations(), Trial.real()))
                                .isEqualTo(commitments));
    }

    private static Spec<?> ideal() {
        return spec("An ideal commitment says nothing of what it binds to")
                .given("the same vaults with ideal sealing, but for the other study", () -> {
                    Map<String, Variation> vaults = variations();
                    vaults.remove("study");
                    return vaults;
                })
                .when("they commit themselves", vaults -> commitments(vaults, new IdealSealing()))
                .then(
                        "all commitments are equal",
                        commitments ->
                                assertThat(commitments.stream().distinct()).hasSize(1))
                .then(
                        "another study's is another",
                        commitments -> assertThat(commitments)
                                .doesNotContain(
                                        vault(Studies.TWO_ARMS, Trial.secrets(Studies.TWO_ARMS, 1), new IdealSealing())
                                                .commitment()));
    }

    private record Variation(Study study, Secrets secrets) {}

    private static Map<String, Variation> variations() {
        Map<String, Variation> vaults = new LinkedHashMap<>();
        vaults.put("one", new Variation(STUDY, SECRETS));
        vaults.put("seed", of(new Secrets(SECRETS.arms(), Seed.of(9), SECRETS.kits(), SECRETS.nonce())));
        vaults.put("map", of(RealAndIdealSpecs.exchanged(SECRETS)));
        vaults.put("nonce", of(new Secrets(SECRETS.arms(), SECRETS.list(), SECRETS.kits(), "0".repeat(64))));
        vaults.put("sizes", new Variation(Studies.withBlocks(STUDY, List.of(8, 4)), SECRETS));
        vaults.put("participants", new Variation(Studies.withParticipants(STUDY, 41), SECRETS));
        vaults.put("strata", new Variation(Studies.withoutFactors(STUDY), SECRETS));
        vaults.put("study", new Variation(Studies.withId(STUDY, "pressure-dose-2"), SECRETS));
        return vaults;
    }

    private static Variation of(Secrets secrets) {
        return new Variation(STUDY, secrets);
    }

    private static List<Digest> commitments(Map<String, Variation> vaults, Sealing sealing) {
        return vaults.values().stream()
                .map(one -> vault(one.study, one.secrets, sealing).commitment())
                .toList();
    }

    private record Redrawn(Map<ParticipantId, ArmCode> drawn, Map<ParticipantId, ArmCode> revealed) {}

    private static Spec<?> redrawn() {
        return spec("From the opening alone the whole list can be drawn again")
                .given(
                        "both studies conducted, each with 20 secrets",
                        () -> Studies.BOTH.stream()
                                .flatMap(study -> Stream.iterate(1, number -> number + 1)
                                        .limit(20)
                                        .map(number ->
                                                Trial.conducted(study, Trial.secrets(study, number), Trial.real())))
                                .toList())
                .when(
                        "the list is drawn from what the opening says and dealt to the participants in the order in"
                                + " which the journal has them",
                        trials -> trials.stream()
                                .map(trial ->
                                        new Redrawn(dealt(trial.revealed().opening(), trial.arrivals()), trial.codes()))
                                .toList())
                .then(
                        "everybody has the arm that was revealed",
                        all -> assertThat(all)
                                .hasSize(40)
                                .allSatisfy(one -> assertThat(one.drawn).isEqualTo(one.revealed)))
                .then("the opening names the arms as the reveal does", _ -> {
                    Trial trial = Trial.conducted(STUDY);
                    JsonNode arms = JsonMapper.shared()
                            .readTree(trial.revealed().opening())
                            .get("arms");
                    assertThat(trial.revealed().arms())
                            .hasSameSizeAs(arms.propertyNames())
                            .allMatch(named ->
                                    arms.get(named.code().text()).asString().equals(named.arm()));
                });
    }

    /// Draws the list by the words of [OpeningPage], with nothing of the vault's.
    private static Map<ParticipantId, ArmCode> dealt(String opening, List<Trial.Arrival> arrivals) {
        JsonNode said = JsonMapper.shared().readTree(opening);
        List<String> codes = List.copyOf(said.get("shares").propertyNames());
        int[] ratio = codes.stream()
                .mapToInt(code -> said.get("shares").get(code).intValue())
                .toArray();
        List<Integer> sizes = new ArrayList<>();
        said.get("blockSizes").forEach(size -> sizes.add(size.intValue()));
        PermutedBlocks procedure = new PermutedBlocks(ratio, sizes);
        Map<String, List<Trial.Arrival>> strata =
                arrivals.stream().collect(Collectors.groupingBy(Trial.Arrival::stratum));
        Map<ParticipantId, ArmCode> dealt = new LinkedHashMap<>();
        strata.forEach((stratum, inOrder) -> {
            RandomStream stream = Seed.parse(said.get("seed").asString()).stream(
                    RandomStream.key(said.get("procedure").asString()), RandomStream.key(stratum), 0);
            int[] list = procedure.sequence(said.get("participants").intValue(), stream);
            for (int place = 0; place < inOrder.size(); place++) {
                dealt.put(inOrder.get(place).participant(), new ArmCode(codes.get(list[place])));
            }
        });
        return dealt;
    }

    private static Vault vault(Study study, Secrets secrets) {
        return vault(study, secrets, Trial.real());
    }

    private static Vault vault(Study study, Secrets secrets, Sealing sealing) {
        return new Vault(study, secrets, sealing);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

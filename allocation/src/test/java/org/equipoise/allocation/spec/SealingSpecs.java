package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.reading.Study;

/// How an arm is hidden, in whatever way.
final class SealingSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final String IDENTITY = "pressure-dose|permuted-blocks/1|diabetes=no|A-0001";

    private SealingSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(length(), ownIdentity(), changedBytes(), onceOnly(), noRoom(), longName(), otherKey());
    }

    private static Spec<?> length() {
        return spec("A ciphertext has 60 bytes, whatever is in it")
                .given("real and ideal sealing", Trial::bothSealings)
                .when(
                        "names of 0 to 31 letters are sealed",
                        sealings -> sealings.stream()
                                .flatMap(sealing -> IntStream.range(0, 32)
                                        .mapToObj(letters -> sealing.seal("x".repeat(letters), letters + " letters")))
                                .toList())
                .then(
                        "all 64 ciphertexts have 60 bytes",
                        ciphertexts -> assertThat(ciphertexts).hasSize(64).allMatch(one -> one.bytes().length == 60));
    }

    private record Opened(Map<ParticipantId, String> arms, Map<ParticipantId, String> revealed, List<String> wrongly) {}

    private static Spec<?> ownIdentity() {
        return spec("A sealed arm opens under its own identity only: `study|procedure|stratum|participant`")
                .given(
                        "both studies conducted, with real and with ideal sealing",
                        () -> Studies.BOTH.stream()
                                .flatMap(study -> Trial.bothSealings().stream()
                                        .map(sealing -> Trial.conducted(study, Trial.secrets(study, 1), sealing)))
                                .toList())
                .when(
                        "every sealed arm is opened under its identity, and under that of the next participant, another"
                                + " stratum, procedure and study",
                        trials -> trials.stream().map(SealingSpecs::opened).toList())
                .then(
                        "under its own it is the arm that the reveal names",
                        all -> assertThat(all)
                                .hasSize(4)
                                .allSatisfy(trial -> assertThat(trial.arms).isEqualTo(trial.revealed)))
                .then(
                        "under any other it does not open",
                        all -> assertThat(all)
                                .allSatisfy(trial -> assertThat(trial.wrongly).isEmpty()));
    }

    private static Opened opened(Trial trial) {
        Opened opened = new Opened(new TreeMap<>(), trial.arms(), new ArrayList<>());
        List<Trial.Arrival> arrivals = trial.arrivals();
        for (int i = 0; i < arrivals.size(); i++) {
            Trial.Arrival arrival = arrivals.get(i);
            String own = trial.identity(arrival);
            opened.arms.put(arrival.participant(), trial.sealing().open(arrival.arm(), own));
            Stream.of(
                            trial.identity(arrivals.get((i + 1) % arrivals.size())),
                            own.replace("=", "=not-"),
                            own.replace("/1", "/2"),
                            "other-" + own)
                    .filter(identity -> opens(trial.sealing(), arrival.arm(), identity))
                    .forEach(opened.wrongly::add);
        }
        return opened;
    }

    private record Tried(Sealing sealing, List<Sealed> changed) {}

    private static Spec<?> changedBytes() {
        return spec("A ciphertext with any byte changed does not open")
                .given("a sealed arm, by real and by ideal sealing", Trial::bothSealings)
                .when(
                        "each of its 60 bytes is changed to each of the 255 others, and the ciphertext is cut to every"
                                + " shorter length and made longer by a byte",
                        sealings -> sealings.stream()
                                .map(sealing -> new Tried(sealing, changed(sealing.seal("placebo", IDENTITY))))
                                .toList())
                .then(
                        "none of the 15,361 opens",
                        both -> assertThat(both)
                                .allSatisfy(tried -> assertThat(tried.changed)
                                        .hasSize(60 * 255 + 60 + 1)
                                        .noneMatch(one -> opens(tried.sealing, one, IDENTITY))));
    }

    private static List<Sealed> changed(Sealed sealed) {
        byte[] bytes = sealed.bytes();
        List<Sealed> changed = new ArrayList<>();
        for (int place = 0; place < bytes.length; place++) {
            changed.add(Sealed.of(Arrays.copyOf(bytes, place)));
            for (int other = 1; other < 256; other++) {
                byte[] copy = bytes.clone();
                copy[place] ^= (byte) other;
                changed.add(Sealed.of(copy));
            }
        }
        changed.add(Sealed.of(Arrays.copyOf(bytes, bytes.length + 1)));
        return changed;
    }

    private static Spec<?> onceOnly() {
        return spec("An identity is sealed once")
                .given("“placebo” is sealed under an identity, by real and by ideal sealing", () -> {
                    List<Sealing> sealings = Trial.bothSealings();
                    sealings.forEach(sealing -> sealing.seal("placebo", IDENTITY));
                    return sealings;
                })
                .when(
                        "“low” is sealed under the same",
                        sealings -> sealings.stream()
                                .map(sealing ->
                                        new Refused(sealing, catchThrowable(() -> sealing.seal("low", IDENTITY))))
                                .toList())
                .then(
                        "both refuse, without a word about the texts",
                        both -> assertThat(both)
                                .allSatisfy(refused -> assertThat(refused.refusal)
                                        .isInstanceOf(IllegalStateException.class)
                                        .hasMessage(IDENTITY + " is sealed already with another text")))
                .then(
                        "“placebo” may be sealed again, to the same bytes",
                        both -> assertThat(both)
                                .allSatisfy(refused -> assertThat(refused.sealing.open(
                                                refused.sealing.seal("placebo", IDENTITY), IDENTITY))
                                        .isEqualTo("placebo")));
    }

    private record Refused(Sealing sealing, Throwable refusal) {}

    private static Spec<?> noRoom() {
        String name = "x".repeat(32);
        return spec("A name that has no room is refused, and the refusal does not say how long it is")
                .given("real and ideal sealing", Trial::bothSealings)
                .when(
                        "a name of 32 letters is sealed",
                        sealings -> sealings.stream()
                                .map(sealing ->
                                        new Refused(sealing, catchThrowable(() -> sealing.seal(name, IDENTITY))))
                                .toList())
                .then(
                        "both refuse",
                        both -> assertThat(both)
                                .allSatisfy(refused -> assertThat(refused.refusal)
                                        .isInstanceOf(IllegalArgumentException.class)
                                        .hasMessage("the text for " + IDENTITY + " has no room in a ciphertext")))
                .then(
                        "the identity is still free",
                        both -> assertThat(both)
                                .allSatisfy(refused -> assertThat(
                                                refused.sealing.open(refused.sealing.seal("low", IDENTITY), IDENTITY))
                                        .isEqualTo("low")));
    }

    private static Spec<?> longName() {
        return spec("An arm with too long a name is refused before the first participant, not with its first")
                .given("an arm named by 32 letters", () -> {
                    Secrets secrets = Trial.secrets(STUDY, 1);
                    TreeMap<ArmCode, String> arms = new TreeMap<>(secrets.arms().arms());
                    arms.put(arms.firstKey(), "x".repeat(32));
                    ArmCodes codes = new ArmCodes(arms, secrets.arms().shares());
                    return new Secrets(codes, secrets.list(), secrets.kits(), secrets.nonce());
                })
                .when("the vault is set up", secrets -> catchThrowable(() -> new Vault(STUDY, secrets, Trial.real())))
                .then(
                        "it refuses",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("the arm " + "x".repeat(32)
                                        + " has too long a name: it must be shorter than 32 bytes"));
    }

    private static Spec<?> otherKey() {
        return spec("A ciphertext opens with its key only")
                .given("a sealed arm", () -> Trial.real().seal("placebo", IDENTITY))
                .when(
                        "each of the 256 bits of the secret is changed in turn",
                        ciphertext -> IntStream.range(0, 256)
                                .mapToObj(bit -> {
                                    byte[] secret = Trial.secret();
                                    secret[bit / 8] ^= (byte) (1 << bit % 8);
                                    return opens(new RealSealing(secret), ciphertext, IDENTITY);
                                })
                                .toList())
                .then(
                        "it opens with none of them",
                        opened -> assertThat(opened).hasSize(256).containsOnly(false))
                .then(
                        "a secret of 31 or of 33 bytes is refused",
                        _ -> assertThat(Stream.of(31, 33))
                                .allSatisfy(
                                        length -> assertThat(catchThrowable(() -> new RealSealing(new byte[length])))
                                                .isInstanceOf(IllegalArgumentException.class)
                                                .hasMessage("the secret must have 32 bytes, not " + length)));
    }

    /// Whether it opens at all; refusing must be in the same words whatever was tried.
    private static boolean opens(Sealing sealing, Sealed sealed, String identity) {
        Throwable refusal = catchThrowable(() -> sealing.open(sealed, identity));
        if (refusal == null) {
            return true;
        }
        assertThat(refusal)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("what is sealed under " + identity + " does not open");
        return false;
    }
}

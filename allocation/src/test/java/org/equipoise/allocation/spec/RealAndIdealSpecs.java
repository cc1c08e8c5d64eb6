package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.allocation.spec.Spec.spec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.reading.Study;

/// What the two ways of sealing have in common and what not.
final class RealAndIdealSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;

    private RealAndIdealSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(recipe(), nonces(), twins());
    }

    private record Read(Map<ParticipantId, String> arms, Map<ParticipantId, String> revealed) {}

    private static Spec<?> recipe() {
        return spec("What real sealing writes is AES-256-GCM, and any program that has the secret can open it")
                .given("a study conducted", () -> Trial.conducted(STUDY))
                .when(
                        "another program reads the 60 bytes as a nonce of 12, a ciphertext of 32 and a tag of 16, takes"
                                + " HMAC-SHA-256 of `equipoise sealing` under the secret as key and the identity in"
                                + " UTF-8 as associated data",
                        trial -> new Read(
                                trial.arrivals().stream()
                                        .collect(Collectors.toMap(
                                                Trial.Arrival::participant,
                                                arrival -> decrypted(arrival.arm(), trial.identity(arrival)))),
                                trial.arms()))
                .then(
                        "it finds the arm in UTF-8, zeros, and in the last byte how many bytes of it are the arm",
                        read -> assertThat(read.arms).isEqualTo(read.revealed).hasSize(40));
    }

    private static String decrypted(Sealed sealed, String identity) {
        byte[] bytes = sealed.bytes();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(mac(Trial.secret(), "equipoise sealing"), "AES");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, bytes, 0, 12));
            cipher.updateAAD(identity.getBytes(StandardCharsets.UTF_8));
            byte[] padded = cipher.doFinal(bytes, 12, 48);
            assertThat(Arrays.copyOfRange(padded, padded[31], 31)).containsOnly(0);
            return new String(padded, 0, padded[31], StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Spec<?> nonces() {
        return spec("No nonce is used for two identities, and every machine seals to the same bytes")
                .given("a study of 10,000 participants", () -> Studies.withParticipants(STUDY, 10_000))
                .when(
                        "it is conducted twice with the same secrets",
                        study -> List.of(
                                Trial.conducted(study).sealed(),
                                Trial.conducted(study).sealed()))
                .then(
                        "the 10,000 nonces differ",
                        both -> assertThat(both.getFirst())
                                .extracting(ciphertext -> ciphertext.hex().substring(0, 24))
                                .hasSize(10_000)
                                .doesNotHaveDuplicates())
                .then(
                        "both times the ciphertexts are equal",
                        both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
    }

    private record Twins(List<Sealed> real, List<Sealed> realTwin, List<Sealed> ideal, List<Sealed> idealTwin) {}

    private static Spec<?> twins() {
        return spec("Real sealing writes other bytes for another arm; ideal sealing writes the same")
                .given("the secrets of a study, and the same with the treatments exchanged", () -> {
                    Secrets secrets = Trial.secrets(STUDY, 1);
                    return List.of(secrets, exchanged(secrets));
                })
                .when("the study is conducted with each, by real and by ideal sealing", both -> {
                    Secrets first = both.getFirst();
                    Secrets last = both.getLast();
                    return new Twins(
                            Trial.conducted(STUDY, first, Trial.real()).sealed(),
                            Trial.conducted(STUDY, last, Trial.real()).sealed(),
                            Trial.conducted(STUDY, first, new IdealSealing()).sealed(),
                            Trial.conducted(STUDY, last, new IdealSealing()).sealed());
                })
                .then(
                        "by real sealing all 40 differ, and so do their nonces",
                        twins -> assertThat(IntStream.range(0, 40))
                                .noneMatch(i -> nonces(twins.real)
                                        .get(i)
                                        .equals(nonces(twins.realTwin).get(i))))
                .then(
                        "by ideal sealing none does",
                        twins -> assertThat(twins.ideal)
                                .isEqualTo(twins.idealTwin)
                                .hasSize(40)
                                .doesNotHaveDuplicates());
    }

    private static List<String> nonces(List<Sealed> sealed) {
        return sealed.stream().map(one -> one.hex().substring(0, 24)).toList();
    }

    static Secrets exchanged(Secrets secrets) {
        return new Secrets(secrets.arms().exchanged(), secrets.list(), secrets.kits(), secrets.nonce());
    }
}

package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.allocation.spec.Spec.spec;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.EmergencyUnblinding;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.allocation.vault.EmergencyUnblinding.Request;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// The emergency code break.
final class EmergencySpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final ParticipantId ADA = Trial.participant(1);
    private static final ParticipantId BEA = Trial.participant(2);
    private static final Instant AT = Instant.parse("2026-03-02T03:40:00Z");
    private static final Secrets SECRETS = Trial.secrets(STUDY, 1);
    private static final String REASON = "Anaphylaxis; the antidote depends on the drug";

    private EmergencySpecs() {}

    static List<Spec<?>> specs() {
        return List.of(told(), refused(), remembered(), forgotten(), tooMany(), onlyOne());
    }

    /// A vault with forty people, and what the emergency desk tells of them.
    private record Night(EntryLog log, PersonalKeys keys, Vault vault, Map<ParticipantId, String> truth) {
        static Night falls() {
            EntryLog log = new MemoryLog();
            PersonalKeys keys = Trial.keys();
            Vault vault = open(log, keys);
            List<String> strata = STUDY.design().randomization().strata();
            for (int i = 1; i <= STUDY.design().randomization().participants(); i++) {
                vault.allocate(Trial.participant(i), strata.get(i % 2));
            }
            return new Night(log, keys, vault, truth(log));
        }

        private static Vault open(EntryLog log, PersonalKeys keys) {
            return new Vault(STUDY, SECRETS, new RealSealing(Trial.secret()), log, keys);
        }

        Vault again() {
            return open(log, keys);
        }

        /// By the reveal of a copy.
        private static Map<ParticipantId, String> truth(EntryLog log) {
            EntryLog copy = new MemoryLog();
            log.entries().forEach(copy::append);
            Vault twin = open(copy, Trial.keys());
            return new Trial(STUDY, SECRETS, Trial.real(), twin, List.of(), List.of()).arms();
        }

        EmergencyUnblinding desk() {
            return new EmergencyUnblinding(vault, (who, proof) -> proof.equals("492817"));
        }
    }

    private static Request request(ParticipantId participant, String by, String proof, String reason) {
        return new Request(participant, by, proof, reason);
    }

    private static Spec<?> told() {
        return spec("In an emergency the vault alone tells one person one participant's treatment")
                .given("a vault, and no database", Night::falls)
                .when(
                        "a physician asks for each participant, one an hour",
                        night -> night.truth.keySet().stream()
                                .sorted()
                                .map(participant -> new Answered(
                                        night.truth.get(participant),
                                        night.desk()
                                                .ask(
                                                        request(participant, "Dr Night", "492817", REASON),
                                                        AT.plus(Duration.ofHours(Trial.number(participant))))))
                                .toList())
                .then(
                        "every answer is the participant's arm",
                        answers -> assertThat(answers)
                                .hasSize(40)
                                .allSatisfy(answered -> assertThat(answered.outcome)
                                        .isInstanceOfSatisfying(
                                                Outcome.Told.class,
                                                told -> assertThat(told.arm()).isEqualTo(answered.truth))));
    }

    private record Answered(String truth, Outcome outcome) {}

    private static Spec<?> refused() {
        return spec("Without a person, a reason, a second factor or a randomised participant nothing is opened")
                .given("a vault", Night::falls)
                .when(
                        "each is missing in turn",
                        night -> new Asked(
                                night,
                                night.log.entries().size(),
                                List.of(
                                        night.desk().ask(request(ADA, " ", "492817", REASON), AT),
                                        night.desk().ask(request(ADA, "Dr Night", "492817", "urgent"), AT),
                                        night.desk().ask(request(ADA, "Dr Night", "492817", "long".repeat(251)), AT),
                                        night.desk().ask(request(ADA, "Dr Night", "000000", REASON), AT),
                                        night.desk()
                                                .ask(
                                                        request(Trial.participant(4711), "Dr Night", "492817", REASON),
                                                        AT))))
                .then(
                        "all are refused, each with what to do",
                        asked -> assertThat(asked.outcomes)
                                .extracting(outcome -> ((Outcome.Refused) outcome).why())
                                .containsExactly(
                                        "Say who asks: the vault writes it down.",
                                        "Give the reason in a sentence: it will be read by the monitor and the safety board.",
                                        "Give the reason in at most 1000 characters.",
                                        "The second factor does not confirm that Dr Night asks.",
                                        "A-4711 is not randomised, so there is nothing to open. Look at the number."))
                .then(
                        "nothing was written down",
                        asked -> assertThat(asked.night.log.entries()).hasSize(asked.entriesBefore));
    }

    private record Asked(Night night, int entriesBefore, List<Outcome> outcomes) {}

    private static Spec<?> remembered() {
        return spec("A code break is written down before it is told, with the time at which it occurred")
                .given("a code break", () -> {
                    Night night = Night.falls();
                    night.desk().ask(request(ADA, "Dr Night", "492817", "  " + REASON + " "), AT);
                    return night;
                })
                .when(
                        "the vault is stopped and opened again",
                        night -> List.of(
                                night.again().codeBreak(1), night.again().codeBreak(2)))
                .then(
                        "who was told of whom, why and when is there for the journal to take over",
                        breaks -> assertThat(breaks)
                                .containsExactly(
                                        Optional.of(new CodeBreak(ADA, "Dr Night", REASON, AT)), Optional.empty()));
    }

    private static Spec<?> forgotten() {
        return spec("Why a code was broken is ciphertext, and unreadable once the participant is erased")
                .given("two code breaks", () -> {
                    Night night = Night.falls();
                    night.desk().ask(request(ADA, "Dr Night", "492817", REASON), AT);
                    night.desk().ask(request(BEA, "Dr Night", "492817", REASON), AT);
                    return night;
                })
                .when("the vault is told to forget one of the two, again after it was stopped", night -> {
                    night.vault.forget(ADA);
                    night.again().forget(ADA);
                    return night;
                })
                .then(
                        "the log has the reason nowhere",
                        night -> assertThat(night.log.entries())
                                .extracting(entry -> new String(entry, StandardCharsets.UTF_8))
                                .noneMatch(entry -> entry.contains(REASON)))
                .then(
                        "that the code was broken stays, and why does not",
                        night -> assertThat(night.again().codeBreak(1))
                                .isEqualTo(Optional.of(new CodeBreak(ADA, "Dr Night", "", AT))))
                .then(
                        "and no code of theirs is broken any more",
                        night -> assertThat(night.desk().ask(request(ADA, "Dr Night", "492817", REASON), AT))
                                .isEqualTo(new Outcome.Refused(
                                        "A-0001 was erased after the trial: nothing can be written down of them any"
                                                + " more.")))
                .then(
                        "the other's reason is still read",
                        night -> assertThat(night.again().codeBreak(2))
                                .isEqualTo(Optional.of(new CodeBreak(BEA, "Dr Night", REASON, AT))));
    }

    private static Spec<?> tooMany() {
        return spec("Nobody is told everything by many code breaks, and no proof is found by trying")
                .given("two vaults", () -> new Both(Night.falls(), Night.falls()))
                .when(
                        "at one of them seven codes are broken within seven minutes, while it is stopped and opened again"
                                + " between them; at the other six wrong proofs are tried, and then the right one",
                        both -> List.of(
                                answers(both.night, "492817", Night::desk),
                                answers(both.quiet, "000000", desk(both.quiet.desk()))))
                .then(
                        "five are told, and then it is said when the next may be",
                        answers -> assertThat(answers.getFirst())
                                .startsWith("told", "told", "told", "told", "told")
                                .endsWith("Too many code breaks: 5 were asked for within 10 minutes. The next may be at"
                                        + " 2026-03-02T03:51:00Z. Until then care is given as if the treatment were"
                                        + " the worse one."))
                .then(
                        "after five wrong proofs the right one is not looked at",
                        answers -> assertThat(answers.getLast())
                                .doesNotContain("told")
                                .last()
                                .asString()
                                .startsWith("Too many code breaks"));
    }

    private static Function<Night, EmergencyUnblinding> desk(EmergencyUnblinding always) {
        return _ -> always;
    }

    private static List<String> answers(Night night, String proof, Function<Night, EmergencyUnblinding> desk) {
        List<String> answers = new ArrayList<>();
        for (int minute = 1; minute <= 7; minute++) {
            Request request = request(Trial.participant(minute), "Dr Night", minute == 7 ? "492817" : proof, REASON);
            answers.add(
                    switch (desk.apply(night).ask(request, AT.plus(Duration.ofMinutes(minute)))) {
                        case Outcome.Told _ -> "told";
                        case Outcome.Refused(var why) -> why;
                    });
        }
        return answers;
    }

    private static Spec<?> onlyOne() {
        return spec("A code break changes nothing for anybody else")
                .given("two vaults, of which one breaks a code", () -> {
                    Night night = Night.falls();
                    Night quiet = Night.falls();
                    night.desk().ask(request(ADA, "Dr Night", "492817", REASON), AT);
                    return new Both(night, quiet);
                })
                .when("both hand out the first kits", both -> List.of(kits(both.night), kits(both.quiet)))
                .then(
                        "the kits are the same",
                        kits -> assertThat(kits.getFirst()).isEqualTo(kits.getLast()));
    }

    private record Both(Night night, Night quiet) {}

    private static List<String> kits(Night night) {
        String visit = STUDY.design().dispensing().getFirst().id();
        return night.truth.keySet().stream()
                .sorted()
                .map(participant -> night.vault.dispense(participant, visit).text())
                .toList();
    }
}

package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.supply.KitStock;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.Seed;

/// What gets out of the room by accident: nothing.
final class SilenceSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;

    private SilenceSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(silence(), refusals(), ciphertext());
    }

    private static Spec<?> silence() {
        return spec("Printed by accident, nothing in the room says anything")
                .given(
                        "both studies conducted",
                        () -> Studies.BOTH.stream().map(Trial::conducted).toList())
                .when(
                        "the vault, its secrets, the seeds, the arm codes, a list, a stock, nature and both ways of"
                                + " sealing are printed",
                        trials -> trials.stream()
                                .map(trial -> new Printed(trial.secrets(), printed(trial)))
                                .toList())
                .then(
                        "no arm, no code, no seed, no nonce and no key can be read",
                        all -> assertThat(all)
                                .allSatisfy(printed -> assertThat(printed.texts)
                                        .hasSize(10)
                                        .noneMatch(text -> tells(printed.secrets, text))))
                .then(
                        "secrets say that they are withheld",
                        all -> assertThat(all)
                                .allSatisfy(printed -> assertThat(printed.texts)
                                        .contains("Secrets[withheld]", "ArmCodes[withheld]", "Seed[withheld]")));
    }

    private record Printed(Secrets secrets, List<String> texts) {}

    private static List<String> printed(Trial trial) {
        Secrets secrets = trial.secrets();
        return Stream.of(
                        trial.vault(),
                        secrets,
                        secrets.list(),
                        secrets.kits(),
                        secrets.arms(),
                        new AllocationList(trial.study().design().randomization(), secrets.arms(), secrets.list()),
                        new KitStock(secrets.arms(), 10, Seed.of(1).stream(0, 0, 0)),
                        trial.nature(),
                        trial.sealing(),
                        new IdealSealing())
                .map(Object::toString)
                .toList();
    }

    private static boolean tells(Secrets secrets, String text) {
        Stream<String> words = Stream.of(
                        secrets.arms().arms().values().stream(),
                        secrets.arms().arms().keySet().stream().map(ArmCode::text),
                        Stream.of(secrets.list().hex(), secrets.kits().hex(), secrets.nonce()),
                        Stream.of(secrets.list().first() + "", secrets.list().second() + ""),
                        Stream.of(HexFormat.of().formatHex(Trial.secret())))
                .flatMap(all -> all);
        return words.anyMatch(text::contains);
    }

    private static Spec<?> refusals() {
        return spec("No refusal names an arm or a code of the trial")
                .given("a study conducted", () -> Trial.conducted(STUDY))
                .when("everything is asked that is refused", trial -> new Printed(trial.secrets(), refused(trial)))
                .then(
                        "no arm, code, seed, nonce or key can be read in what is said",
                        printed -> assertThat(printed.texts)
                                .hasSizeGreaterThan(40)
                                .noneMatch(text -> tells(printed.secrets, text)))
                .then(
                        "what is said of one participant is said of all: only identifier and stratum differ",
                        printed -> assertThat(printed.texts.stream()
                                        .map(text -> text.replaceAll("A-[0-9]{4}|=(yes|no)", ""))
                                        .distinct())
                                .hasSize(6));
    }

    /// The same questions about everybody, whatever the arm.
    private static List<String> refused(Trial trial) {
        Vault vault = trial.vault();
        return trial.arrivals().stream()
                .flatMap(arrival -> Stream.of(
                        said(() -> vault.allocate(arrival.participant(), "diabetes=perhaps")),
                        said(() -> vault.dispense(new ParticipantId("B" + arrival.participant()), "D1")),
                        said(() -> trial.sealing().seal("other", trial.identity(arrival))),
                        said(() -> trial.sealing().open(arrival.arm(), "elsewhere")),
                        said(() -> trial.nature().substance(new KitNumber("1-1"))),
                        said(() -> vault.nature(Trial.opening(STUDY, Mode.LIVE)))))
                .toList();
    }

    private static String said(Runnable asked) {
        Throwable refusal = catchThrowable(asked::run);
        return Stream.iterate(refusal, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .reduce("", (all, one) -> all + one + "\n");
    }

    private static Spec<?> ciphertext() {
        return spec("A sealed arm prints its ciphertext and nothing else")
                .given("a study conducted", () -> Trial.conducted(STUDY))
                .when("every sealed arm is printed", Trial::sealed)
                .then(
                        "one reads 120 hexadecimal digits",
                        all -> assertThat(all)
                                .hasSize(40)
                                .allMatch(ciphertext -> ciphertext.toString().matches("Sealed\\[hex=[0-9a-f]{120}]")))
                .then(
                        "in which no arm stands",
                        all -> assertThat(all)
                                .noneMatch(ciphertext -> STUDY.design().arms().stream()
                                        .anyMatch(arm -> ciphertext.hex().contains(hex(arm.id())))));
    }

    private static String hex(String arm) {
        return HexFormat.of().formatHex(arm.getBytes(StandardCharsets.UTF_8));
    }
}

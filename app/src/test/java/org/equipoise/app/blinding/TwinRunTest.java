package org.equipoise.app.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Blinding as a proof. The control comes with it: planted leaks must be found, and the parts of a run that carry the
/// secret must really
/// have been exchanged.
class TwinRunTest {
    private static final List<String> STUDIES = List.of("il2-lupus", "pressure-dose");

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void exchanging_the_treatments_changes_no_byte_that_a_blinded_person_sees(String study) {
        assertThat(new Twins(TestStudies.stage(study, 1, 1), Twins.Leak.NONE).labelsExchanged())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void another_valid_list_changes_nothing_but_the_names_of_kits(String study) {
        assertThat(new Twins(TestStudies.stage(study, 1, 1), Twins.Leak.NONE).anotherList())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void the_twins_really_differ_in_what_is_secret(String study) {
        Stage stage = TestStudies.stage(study, 1, 1);
        Secrets secrets = stage.secrets();
        assertThat(secrets.arms().exchanged().arms())
                .isNotEqualTo(secrets.arms().arms());

        Twins twins = new Twins(stage, Twins.Leak.NONE);
        assertThat(twins.run(stage, secrets, stage.effects(secrets.arms()))
                        .kits()
                        .values())
                .as("every arm is given to someone")
                .containsAll(secrets.arms().arms().keySet());
    }

    @Test
    void an_arm_in_an_error_message_is_found_by_treatment_and_by_arm_code() {
        for (String study : STUDIES) {
            Stage stage = TestStudies.stage(study, 1, 1);
            assertThat(new Twins(stage, PlantedLeaks.BY_TREATMENT.anArmInAnErrorMessage()).labelsExchanged())
                    .contains("transcript");
            assertThat(new Twins(stage, PlantedLeaks.BY_ARM_CODE.anArmInAnErrorMessage()).anotherList())
                    .contains("transcript");
        }
    }

    @Test
    void kits_numbered_by_arm_are_found_by_treatment_and_by_arm_code() {
        for (String study : STUDIES) {
            Stage stage = TestStudies.stage(study, 1, 1);
            assertThat(new Twins(stage, PlantedLeaks.BY_TREATMENT.kitsNumberedByArm()).labelsExchanged())
                    .contains("archive", "transcript");
            assertThat(new Twins(stage, PlantedLeaks.BY_ARM_CODE.kitsNumberedByArm()).anotherList())
                    .contains("kit numbers go with the arm");
        }
    }

    @Test
    void rows_in_the_order_of_arms_are_found_by_treatment_and_by_arm_code() {
        for (String study : STUDIES) {
            Stage stage = TestStudies.stage(study, 1, 1);
            assertThat(new Twins(stage, PlantedLeaks.BY_TREATMENT.rowsOrderedByArm()).labelsExchanged())
                    .contains("dataset participants.csv");
            assertThat(new Twins(stage, PlantedLeaks.BY_ARM_CODE.rowsOrderedByArm()).anotherList())
                    .contains("dataset participants.csv");
        }
    }

    /// Neither twin alone would do: a leak by arm code survives the exchange of labels.
    @ParameterizedTest
    @EnumSource(PlantedLeaks.class)
    void only_a_leak_by_treatment_shows_when_labels_are_exchanged(PlantedLeaks leaks) {
        List<String> differences =
                new Twins(TestStudies.stage("il2-lupus", 1, 1), leaks.anArmInAnErrorMessage()).labelsExchanged();

        assertThat(differences.isEmpty()).isEqualTo(leaks == PlantedLeaks.BY_ARM_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void with_real_sealing_only_what_is_sealed_or_digested_differs(String study) {
        Stage stage = TestStudies.stage(study, 1, 1);
        Secrets secrets = stage.secrets();
        Secrets exchanged = new Secrets(secrets.arms().exchanged(), secrets.list(), secrets.kits(), secrets.nonce());
        List<JournalledEvent> one = events(stage, secrets, secrets);
        List<JournalledEvent> other = events(stage, exchanged, secrets);

        assertThat(one).isNotEqualTo(other);
        assertThat(one)
                .map(TwinRunTest::withoutOpaqueBytes)
                .isEqualTo(other.stream().map(TwinRunTest::withoutOpaqueBytes).toList());
    }

    private static List<JournalledEvent> events(Stage stage, Secrets vault, Secrets nature) {
        Stage.Set set = stage.set(
                vault,
                new RealSealing(new byte[32]),
                stage.effects(nature.arms()),
                counter -> counter,
                (role, command, outcome) -> {});
        set.trial().conduct();
        return all(set.journal());
    }

    private static List<JournalledEvent> all(Journal journal) {
        List<JournalledEvent> events = new ArrayList<>();
        journal.events().forEach(events::add);
        return events;
    }

    private static String withoutOpaqueBytes(JournalledEvent event) {
        return event.toString().replaceAll("(Sealed|Digest|Signature)\\[hex=[0-9a-f]+]", "$1");
    }

    /// Names of arms stand in the protocol, which everybody may read; an arm code stands nowhere.
    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void no_arm_code_stands_in_anything_a_blinded_person_sees(String study) {
        Stage stage = TestStudies.stage(study, 1, 1);
        Secrets secrets = stage.secrets();
        Twins.Run run = new Twins(stage, Twins.Leak.NONE).run(stage, secrets, stage.effects(secrets.arms()));
        Map<String, String> texts = new TreeMap<>();
        run.view().artefacts().forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));

        Stream<Pattern> codes =
                secrets.arms().arms().keySet().stream().map(code -> Pattern.compile("\\b" + code.text() + "\\b"));

        assertThat(codes.flatMap(code -> texts.entrySet().stream()
                        .filter(text -> code.matcher(text.getValue()).find())
                        .map(Map.Entry::getKey)))
                .isEmpty();
    }
}

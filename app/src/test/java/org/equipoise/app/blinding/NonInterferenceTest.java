package org.equipoise.app.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Blinding as a proof: two worlds that differ in a secret and in nothing else, and every byte that a blinded
/// person can get of them. With it comes the control: leaks that were planted must be found, each where it shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonInterferenceTest {
    private final Map<String, Looked> looked = new HashMap<>();
    private Path folder;

    @BeforeAll
    void a_folder_whose_name_every_world_says(@TempDir Path given) {
        folder = given;
    }

    private static final Way[] WITHOUT_DATABASE = {
        Way.MESSAGES, Way.TABLES, Way.REPORT, Way.ARCHIVE, Way.VAULT_LOG, Way.PRINTED
    };

    private static final Way[] RECORDS = {Way.MESSAGES, Way.TABLES, Way.REPORT, Way.ARCHIVE, Way.VAULT_LOG};

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void a_small_trial_is_the_same_to_everybody(Exchange exchange) {
        Exchange.Compared compared = exchange.compare(
                TestStudies.stage("pressure-dose", 1, 1), () -> Leak.NONE, Way.in(folder, WITHOUT_DATABASE));
        assertThat(compared.differing()).isEmpty();
        assertThat(compared.artefacts()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"LABELS", "LIST", "SEALED_VALUES"})
    void a_large_trial_is_the_same_to_everybody(Exchange exchange) {
        Exchange.Compared compared =
                exchange.compare(TestStudies.stage("il2-lupus", 1, 1), () -> Leak.NONE, Way.in(folder, RECORDS));
        assertThat(compared.differing()).isEmpty();
        assertThat(compared.artefacts()).isGreaterThan(10_000);
    }

    @Test
    @EnabledIf(
            value = "org.equipoise.app.blinding.Kept#isPossible",
            disabledReason = "this build has no PostgreSQL for this machine")
    void what_is_kept_and_backed_up_is_the_same_to_everybody_and_leaks_there_are_found() {
        Looked looked = look(Exchange.LABELS, Way.KEPT);
        Exchange.Compared honest = Exchange.LABELS.compare(looked.one(), looked.other());
        assertThat(honest.differing()).isEmpty();
        assertThat(honest.artefacts()).isGreaterThan(20);
        leaks(true).forEach(leak -> assertThat(found(leak)).anyMatch(name -> name.contains(leak.where())));
    }

    private static Stream<SeededLeaks> leaks(boolean kept) {
        return Arrays.stream(SeededLeaks.values()).filter(leak -> (leak.way() == Way.KEPT) == kept);
    }

    private static Stream<SeededLeaks> leaks() {
        return leaks(false);
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void a_leak_is_found_where_it_shows(SeededLeaks leak) {
        assertThat(found(leak)).anyMatch(name -> name.contains(leak.where()));
    }

    private List<String> found(SeededLeaks planted) {
        Leak leak = planted.leak().get();
        Exchange exchange = planted.exchange();
        if (leak instanceof SeededLeaks.Afterwards) {
            Looked looked = look(exchange, planted.way());
            Artefacts one = looked.one().copy();
            leak.shown(looked.worlds().one().truth(), one);
            Artefacts other = looked.other().copy();
            leak.shown(looked.worlds().other().truth(), other);
            return exchange.compare(one, other).differing();
        }
        Exchange.Pair pair = exchange.worlds(stage(exchange), planted.leak());
        List<String> found = new ArrayList<>(
                exchange.compare(pair, Way.in(folder, planted.way())).differing());
        if (!KitRank.independentOfArm(pair.one().kits())) {
            found.add(RankedKits.FOUND);
        }
        return found;
    }

    /// A trial that has something sealed, where that is what is exchanged.
    private static Stage stage(Exchange exchange) {
        return TestStudies.stage(exchange == Exchange.SEALED_VALUES ? "il2-lupus" : "pressure-dose", 1, 1);
    }

    /// What an honest program shows in two worlds.
    private record Looked(Exchange.Pair worlds, Artefacts one, Artefacts other) {}

    private Looked look(Exchange exchange, Way way) {
        return looked.computeIfAbsent(exchange + " " + way, _ -> {
            Exchange.Pair worlds = exchange.worlds(stage(exchange), () -> Leak.NONE);
            List<Surface> surface = Way.in(folder, way);
            return new Looked(
                    worlds, worlds.one().shown(surface), worlds.other().shown(surface));
        });
    }

    @Test
    void there_are_more_than_twenty_five_leaks_and_each_exchange_finds_some() {
        assertThat(SeededLeaks.values()).hasSizeGreaterThan(25);
        assertThat(Arrays.stream(SeededLeaks.values()).map(SeededLeaks::exchange))
                .containsAll(EnumSet.complementOf(EnumSet.of(Exchange.NOTHING)));
    }

    /// Neither twin alone would do: a leak by arm code survives the exchange of labels.
    @Test
    void a_leak_by_arm_code_does_not_show_when_only_the_labels_are_exchanged() {
        Stage stage = TestStudies.stage("pressure-dose", 1, 1);
        assertThat(Exchange.LABELS
                        .compare(stage, SeededLeaks.AN_ARM_CODE_IN_A_SENTENCE.leak(), Way.in(folder, Way.MESSAGES))
                        .differing())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "pressure-dose")
    void kits_are_numbered_without_regard_to_the_arm_and_the_worlds_really_differ(String study) {
        Exchange.Pair list = Exchange.LIST.worlds(TestStudies.stage(study, 1, 1), () -> Leak.NONE);
        assertThat(KitRank.independentOfArm(list.one().kits())).isTrue();
        assertThat(list.one().kits().values())
                .as("every arm is given to someone")
                .containsAll(list.one().truth().secrets().arms().arms().keySet());
        assertThat(list.one().truth().arms()).isNotEqualTo(list.other().truth().arms());

        Exchange.Pair labels = Exchange.LABELS.worlds(TestStudies.stage(study, 1, 1), () -> Leak.NONE);
        assertThat(labels.one().truth().arms())
                .isNotEqualTo(labels.other().truth().arms());
    }

    @Test
    void the_worlds_really_differ_in_what_is_sealed() {
        Stage stage = TestStudies.stage("il2-lupus", 1, 1);
        RecordedCommands commands = RecordedCommands.of(stage);
        assertThat(commands.withOtherSealedValues().given()).isNotEqualTo(commands.given());
        Study study = stage.study();
        List<FormEvent> forms = new ArrayList<>();
        World.again(stage, commands.secrets(), commands.given(), () -> Leak.NONE, Pestering.none(study))
                .journal()
                .events()
                .forEach(each -> {
                    if (each.event() instanceof FormEvent form) {
                        forms.add(form);
                    }
                });
        assertThat(forms.stream().flatMap(form -> form.changes().stream()).filter(change -> change.sealed() != null))
                .hasSizeGreaterThan(100);
        assertThat(forms.stream()
                        .flatMap(form -> form.changes().stream()
                                .filter(change -> study.form(form.form())
                                        .flatMap(each -> each.item(change.item()))
                                        .filter(Item::unblinding)
                                        .isPresent()))
                        .filter(change -> change.value() != null))
                .as("an unblinding item is journalled as ciphertext or as absent")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void with_real_sealing_only_what_is_sealed_or_digested_differs(String study) {
        Stage stage = TestStudies.stage(study, 1, 1);
        Secrets secrets = stage.secrets();
        List<JournalledEvent> one = reallySealed(stage, secrets, secrets);
        List<JournalledEvent> other = reallySealed(stage, Exchange.relabelled(secrets), secrets);
        assertThat(one).isNotEqualTo(other);
        assertThat(one)
                .map(NonInterferenceTest::withoutOpaqueBytes)
                .isEqualTo(other.stream()
                        .map(NonInterferenceTest::withoutOpaqueBytes)
                        .toList());
    }

    private static List<JournalledEvent> reallySealed(Stage stage, Secrets vault, Secrets nature) {
        MemoryJournal journal = new MemoryJournal();
        stage.set(
                        journal,
                        new Vault(stage.study(), vault, new RealSealing(new byte[32])),
                        vault.arms(),
                        stage.personalKeys(),
                        stage.effects(nature.arms()),
                        counter -> counter,
                        (role, command, outcome) -> {})
                .trial()
                .conduct();
        return List.copyOf(journal.events());
    }

    private static String withoutOpaqueBytes(JournalledEvent event) {
        return event.toString().replaceAll("(Sealed|Digest|Signature)\\[hex=[0-9a-f]+]", "$1");
    }

    /// Names of arms stand in the protocol, which everybody may read; an arm code stands nowhere.
    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void no_arm_code_stands_in_anything_a_blinded_person_sees(String study) {
        World world = Exchange.NOTHING
                .worlds(TestStudies.stage(study, 1, 1), () -> Leak.NONE)
                .one();
        Map<String, String> texts = new TreeMap<>();
        world.shown(Way.in(folder, RECORDS))
                .byName()
                .forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        Stream<Pattern> codes = world.truth().secrets().arms().arms().keySet().stream()
                .map(code -> Pattern.compile("\\b" + code.text() + "\\b"));
        assertThat(codes.flatMap(code -> texts.entrySet().stream()
                        .filter(text -> code.matcher(text.getValue()).find())
                        .map(Map.Entry::getKey)))
                .isEmpty();
    }
}

package org.equipoise.app.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.equipoise.allocation.vault.EmergencyUnblinding;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One code is broken in an emergency: whoever asked is told one participant's treatment, and from then on as before
/// nobody else can tell the two worlds apart, though the journal takes over that it happened.
class DeclassificationTest {
    private static final Stage STAGE = TestStudies.stage("pressure-dose", 1, 1);

    @TempDir
    private Path folder;

    /// A world in which a code was broken half way, and what the physician on duty was told.
    private record Broken(World world, Outcome told) {}

    private static Broken broken(
            Secrets secrets, List<RecordedCommands.Given> commands, ParticipantId whom, Supplier<Leak> leak) {
        List<Outcome> told = new ArrayList<>();
        int half = commands.size() / 2;
        int[] asked = {0};
        World world = World.again(STAGE, secrets, commands, leak, Pestering.none(STAGE.study()), (vault, _) -> {
            if (asked[0]++ == half) {
                told.add(ask(vault, whom));
                return List.of(new RecordedCommands.Given(Role.SPONSOR, new Command.TakeOverCodeBreaks()));
            }
            return List.of();
        });
        return new Broken(world, told.getFirst());
    }

    private static Outcome ask(Vault vault, ParticipantId whom) {
        return new EmergencyUnblinding(vault, (_, _) -> true)
                .ask(
                        new EmergencyUnblinding.Request(
                                whom, "Dr Night", "", "Anaphylaxis; the antidote depends on the drug"),
                        Instant.parse("2026-05-04T03:21:00Z"));
    }

    /// Somebody who is allocated in the first half.
    private static ParticipantId somebody(List<RecordedCommands.Given> commands) {
        return commands.stream()
                .map(RecordedCommands.Given::command)
                .filter(Command.RandomizeParticipant.class::isInstance)
                .map(command -> ((Command.RandomizeParticipant) command).participant())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoever_asks_is_told_one_treatment_and_nobody_else_sees_a_byte_of_difference() {
        RecordedCommands commands = RecordedCommands.of(STAGE);
        ParticipantId whom = somebody(commands.given());
        Broken one = broken(commands.secrets(), commands.given(), whom, () -> Leak.NONE);
        Broken other = broken(Exchange.relabelled(commands.secrets()), commands.given(), whom, () -> Leak.NONE);

        assertThat(arm(one.told())).isEqualTo(one.world().truth().arm(whom));
        assertThat(arm(other.told())).isEqualTo(other.world().truth().arm(whom)).isNotEqualTo(arm(one.told()));
        assertThat(one.told().toString())
                .as("a record of it prints no arm")
                .isEqualTo(other.told().toString());
        Exchange.Compared seen = Exchange.LABELS.compare(
                new Exchange.Pair(one.world(), other.world()),
                Way.in(folder, Way.MESSAGES, Way.TABLES, Way.REPORT, Way.ARCHIVE, Way.VAULT_LOG, Way.PRINTED));
        assertThat(seen.differing()).isEmpty();
        assertThat(one.world().events()).anyMatch(event -> event.toString().startsWith("CodeBroken["));
    }

    private static String arm(Outcome outcome) {
        return ((Outcome.Told) outcome).arm();
    }

    /// The control: a take-over that says what was told.
    @Test
    void an_arm_that_is_taken_over_with_the_code_break_is_found() {
        RecordedCommands commands = RecordedCommands.of(STAGE);
        ParticipantId whom = somebody(commands.given());
        Supplier<Leak> tells = () -> new Leak() {
            @Override
            public String said(Truth truth, Command command, String sentence) {
                return command instanceof Command.TakeOverCodeBreaks ? sentence + truth.arm(whom) : sentence;
            }
        };
        Broken one = broken(commands.secrets(), commands.given(), whom, tells);
        Broken other = broken(Exchange.relabelled(commands.secrets()), commands.given(), whom, tells);
        assertThat(Exchange.LABELS
                        .compare(new Exchange.Pair(one.world(), other.world()), Way.in(folder, Way.MESSAGES))
                        .differing())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("message") || name.startsWith("transcript"));
    }
}

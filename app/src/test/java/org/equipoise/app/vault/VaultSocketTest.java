package org.equipoise.app.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.equipoise.app.command.Ran.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.allocation.vault.VaultAway;
import org.equipoise.allocation.vault.VaultDoor;
import org.equipoise.app.command.Ran;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.sequencer.VaultSetBack;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vault at a socket: it is there, goes away, comes back, and is not the one that it was.
class VaultSocketTest {
    private static final String STUDY = "pressure-dose";
    private static final Command OPEN = new Command.OpenStudy(Mode.REHEARSAL);

    @TempDir
    Path folder;

    private final Stage stage = TestStudies.stage(STUDY, 1, 1);
    private Path vault;
    private Path socket;

    @BeforeEach
    void a_vault_is_made_for_the_rehearsal() {
        vault = folder.resolve("vault");
        socket = folder.resolve("socket");
        stage.vaultFolder(vault);
    }

    /// A vault that answers until it is closed.
    private record Running(VaultFolder.Open open, VaultServer server) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            server.close();
            open.close();
        }
    }

    private Running running() throws IOException {
        VaultFolder.Open open = VaultFolder.at(vault).open(stage.study());
        VaultDoor door = new VaultDoor(open.vault(), (_, proof) -> proof.equals("492817"), open.rehearsal());
        VaultServer server = new VaultServer(door, socket, Optional.empty(), Clock.systemUTC());
        Thread.ofVirtual().start(() -> {
            try {
                server.serve();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Running(open, server);
    }

    @Test
    void a_rehearsal_through_a_socket_ends_with_the_same_root_as_one_in_the_house() throws Exception {
        Stage.Set near = stage.ordinary((_, _, _) -> {});
        near.trial().conduct();
        near.trial().reveal();
        try (Running _ = running();
                SocketLine line = new SocketLine(socket)) {
            Stage.Set far = stage.elsewhere(new MemoryJournal(), new DistantVault(line), (_, _, _) -> {});
            far.trial().conduct();
            far.trial().reveal();
            assertThat(far.journal().root()).isEqualTo(near.journal().root());
        }
    }

    @Test
    void only_the_owner_and_the_group_may_ask_and_a_socket_that_was_left_is_replaced() throws Exception {
        running().open().close();
        try (Running _ = running();
                SocketLine line = new SocketLine(socket)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-rw----");
            assertThat(new DistantVault(line).root().entries()).isEqualTo(1);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).as("what a closed vault leaves").containsExactly(vault);
        }
    }

    @Test
    void while_the_vault_is_away_a_command_does_nothing_and_given_again_it_has_one_effect() throws Exception {
        MemoryJournal journal = new MemoryJournal();
        try (SocketLine line = new SocketLine(socket)) {
            Sequencer sequencer =
                    new Sequencer(stage.study(), journal, new DistantVault(line), stage.personalKeys(), () -> 0);
            assertThatThrownBy(() -> sequencer.submit("open", "someone", Role.SPONSOR, OPEN))
                    .isInstanceOf(VaultAway.class)
                    .hasMessageStartingWith("The vault cannot be asked: ")
                    .hasMessageEndingWith("Nothing was done. See that it runs, then ask again.");
            assertThat(journal.size()).isZero();
            try (Running _ = running()) {
                assertThat(sequencer.submit("open", "someone", Role.SPONSOR, OPEN))
                        .isInstanceOf(Outcome.Accepted.class);
            }
            long before = journal.size();
            try (Running _ = running()) {
                assertThat(sequencer.submit("open", "someone", Role.SPONSOR, OPEN))
                        .isInstanceOf(Outcome.Accepted.class);
                assertThat(new DistantVault(line).procedure())
                        .as("along the line that was open before the vault was started anew")
                        .isEqualTo("permuted-blocks/1");
            }
            assertThat(journal.size()).isEqualTo(before);
        }
    }

    @Test
    void a_vault_that_says_nothing_is_away() throws Exception {
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                SocketLine line = new SocketLine(socket, Duration.ofMillis(50))) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> new DistantVault(line).procedure())
                    .isInstanceOf(VaultAway.class)
                    .hasMessageContaining("it has said nothing");
        }
    }

    @Test
    void an_older_copy_of_the_vault_is_noticed_when_the_study_is_opened() throws Exception {
        MemoryJournal journal = new MemoryJournal();
        Path log = vault.resolve("vault.log");
        byte[] older;
        try (Running _ = running();
                SocketLine line = new SocketLine(socket)) {
            older = Files.readAllBytes(log);
            Stage.Set set = stage.elsewhere(journal, new DistantVault(line), (_, _, _) -> {});
            set.trial().conduct();
            assertThat(new Sequencer(stage.study(), journal, new DistantVault(line), stage.personalKeys(), () -> 0)
                            .state()
                            .isLocked())
                    .isTrue();
        }
        Files.write(log, older);
        try (Running _ = running();
                SocketLine line = new SocketLine(socket)) {
            assertThatThrownBy(() -> new Sequencer(
                            stage.study(), journal, new DistantVault(line), stage.personalKeys(), () -> 0))
                    .isInstanceOf(VaultSetBack.class)
                    .hasMessageStartingWith("The vault's log is not the one that the journal knows: its first ")
                    .hasMessageEndingWith("Nothing more is taken: bring back the whole log.");
        }
    }

    private Ran codeBreak(String proof) {
        return run(
                "code-break",
                TestStudies.TRIALS.resolve(STUDY).toString(),
                "--vault",
                socket.toString(),
                "--participant",
                "A-0007",
                "--by",
                "Dr Night",
                "--reason",
                "The antidote depends on the drug",
                "--proof",
                proof);
    }

    @Test
    void a_code_is_broken_at_the_socket_with_the_vaults_own_second_factor() throws Exception {
        try (Running running = running()) {
            running.open().vault().allocate(new ParticipantId("A-0007"), "diabetes=no");
            assertThat(codeBreak("000000").said()).contains("The second factor does not confirm that Dr Night asks.");
            Ran told = codeBreak("492817");
            assertThat(told.said()).startsWith("A-0007 was allocated to: ").contains("Told to Dr Night at ");
            assertThat(told.exit()).isZero();
            assertThat(running.open().vault().codeBreak(1)).isPresent();
            assertThat(running.open().vault().codeBreak(2)).isEmpty();
        }
        assertThat(codeBreak("492817").said()).contains("is no vault");
    }

    private Ran authorize(String archive, String role, String proof) {
        return run(
                "authorize-reveal",
                folder.resolve(archive).toString(),
                "--minutes",
                folder.resolve("minutes").toString(),
                "--vault",
                socket.toString(),
                "--by",
                "Ines",
                "--role",
                role,
                "--proof=" + proof);
    }

    private void keep(String archive, Journal journal) throws IOException {
        Files.write(folder.resolve(archive), stage.archive(journal));
        Files.writeString(folder.resolve(archive + ".key"), stage.signingKey().keyFile());
    }

    @Test
    void the_reveal_is_authorised_at_the_socket_with_the_vaults_own_second_factor() throws Exception {
        Stage.Set set = stage.ordinary((_, _, _) -> {});
        set.trial().conduct();
        keep("locked", set.journal());
        MemoryJournal beginning = new MemoryJournal();
        beginning.append(
                LongStream.rangeClosed(1, 9).mapToObj(set.journal()::event).toList());
        keep("beginning", beginning);
        try (Running running = running()) {
            assertThat(authorize("locked", "statistician", "492817").err()).contains("minutes cannot be read");
            Files.writeString(folder.resolve("minutes"), "Nothing is open.\n");
            assertThat(authorize("beginning", "statistician", "492817").err()).contains("beginning holds no lock");
            assertThat(authorize("locked", "monitor", "492817").err()).contains("authorises no reveal");
            assertThat(authorize("locked", "statistician", "000000").err())
                    .contains("Not authorised: the second factor does not confirm that this is Ines.");
            int before = running.open().log().size();
            Ran said = authorize("locked", "statistician", "492817");
            assertThat(said.exit()).isZero();
            assertThat(said.out())
                    .startsWith("The vault has it that Ines, statistician, authorises the reveal of pressure-dose:")
                    .contains(stage.study().plan().hash().hex());
            assertThat(authorize("locked", "statistician", "492817").exit())
                    .as("said again it changes nothing")
                    .isZero();
            assertThat(running.open().log().size()).isEqualTo(before + 1);
        }
        assertThat(authorize("locked", "sponsor", "492817").err()).contains("The vault cannot be asked");
    }

    private Ran rehearse(String seed) {
        return run(
                "rehearse", TestStudies.TRIALS.resolve(STUDY).toString(), "--seed", seed, "--vault", socket.toString());
    }

    @Test
    void a_rehearsal_uses_the_vault_that_was_made_for_it_and_no_other() throws Exception {
        try (Running _ = running()) {
            assertThat(rehearse("1").exit()).isZero();
            assertThat(rehearse("2").said()).contains("is not this rehearsal's. Make one by: equipoise vault");
        }
        assertThat(rehearse("1").said()).contains("The vault cannot be asked: ");
    }

    @Test
    void a_vault_of_a_trial_with_people_is_made_by_lot_and_tells_no_arm_code() throws Exception {
        vault = folder.resolve("live");
        VaultFolder.live(vault, stage.study());
        VaultFolder.live(folder.resolve("other"), stage.study());
        assertThat(Files.readString(vault.resolve("secrets.json")))
                .isNotEqualTo(Files.readString(folder.resolve("other/secrets.json")));
        try (Running _ = running();
                SocketLine line = new SocketLine(socket)) {
            DistantVault distant = new DistantVault(line);
            ParticipantId ada = new ParticipantId("A-0001");
            distant.allocate(ada, "diabetes=no");
            var kit = distant.dispense(
                    ada, stage.study().design().dispensing().getFirst().id());
            assertThatThrownBy(() -> distant.substance(kit))
                    .hasMessage("the vault tells arm codes only where it was made for a rehearsal");
        }
    }
}

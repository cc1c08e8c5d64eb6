package org.equipoise.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.allocation.vault.VaultAway;
import org.equipoise.allocation.vault.VaultEntry.Authorized;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.vault.SocketLine;
import org.equipoise.conduct.command.Role;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.language.identity.Digest;
import org.equipoise.protocol.reading.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A person's own word to the vault that everything may be opened. What they name by it they can see for themselves:
/// the
/// lock and the plan in an archive, the minutes in a file.
@Command(
        name = "authorize-reveal",
        description = "Authorises the reveal of a locked study at its vault. Statistician and sponsor do it, each for"
                + " themselves and by the vault's second factor.",
        mixinStandardHelpOptions = true)
public final class AuthorizeRevealCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ARCHIVE", description = "The journal's archive, with the lock.")
    private Path archive;

    @Option(names = "--key", paramLabel = "FILE", description = "The public key to trust; default: ARCHIVE.key.")
    private @Nullable Path key;

    @Option(
            names = "--minutes",
            required = true,
            paramLabel = "FILE",
            description = "The minutes of the blinded review.")
    private Path minutes;

    @Option(names = "--vault", required = true, paramLabel = "SOCKET", description = "Where the vault answers.")
    private Path vault;

    @Option(names = "--by", required = true, description = "Who authorises, as the study's program knows them.")
    private String by;

    @Option(names = "--role", required = true, description = "In which role: statistician or sponsor.")
    private String role;

    @Option(
            names = "--proof",
            paramLabel = "CODE",
            arity = "0..1",
            interactive = true,
            description = "The vault's second factor; asked for where it is left out.")
    private @Nullable String proof;

    @Override
    public Integer call() {
        Archive verified = Archives.verified(archive, key);
        JournalledEvent lock = lock(verified);
        Study inForce = Archives.versions(archive, verified).getLast();
        Authorized word = new Authorized(
                by,
                revealing().name(),
                EventCodec.leaf(lock),
                sha256(minutes),
                inForce.plan().hash());
        try (SocketLine line = new SocketLine(vault)) {
            new DistantVault(line).authorize(word, proof == null ? "" : proof);
        } catch (VaultAway away) {
            throw new Stop(ExitCode.ENVIRONMENT, String.valueOf(away.getMessage()));
        } catch (IllegalStateException refused) {
            throw new Stop(ExitCode.BAD_INPUT, "Not authorised: " + refused.getMessage() + ".");
        }
        tell(verified.study(), lock.seq(), word);
        return ExitCode.DONE.code();
    }

    private Role revealing() {
        return Role.revealing().stream()
                .filter(each -> each.word().equals(role.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Stop(
                        ExitCode.USAGE, "--role " + role + " authorises no reveal. Give statistician or sponsor."));
    }

    private JournalledEvent lock(Archive verified) {
        for (JournalledEvent event : verified.journal().events()) {
            if (event.event() instanceof StudyLocked) {
                return event;
            }
        }
        throw new Stop(ExitCode.BAD_INPUT, archive + " holds no lock: a study is locked before it is revealed.");
    }

    private static Digest sha256(Path file) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Stop(ExitCode.BAD_INPUT, "The minutes " + file + " cannot be read. Name them with --minutes.");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void tell(String study, long lock, Authorized word) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The vault has it that " + by + ", " + role.toLowerCase(Locale.ROOT) + ", authorises the reveal of "
                + study + ":");
        out.println("  lock             " + word.lock().hex() + "  event " + lock);
        out.println("  blinded review   " + word.review().hex() + "  " + minutes);
        out.println("  analysis plan    " + word.plan().hex());
        out.println(
                "It opens once statistician and sponsor have both said just this, here and to the study's program.");
    }
}

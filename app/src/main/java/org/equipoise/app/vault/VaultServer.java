package org.equipoise.app.vault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.equipoise.allocation.vault.VaultDoor;

/// Answers at a socket in a file, one line of text for each. Who may write to the file may ask: its owner and one
/// group.
public final class VaultServer implements AutoCloseable {
    /// A reveal brings every sealed value of a study.
    static final int LONGEST = 1 << 28;

    private final VaultDoor door;
    private final Path socket;
    private final Clock clock;
    private final ServerSocketChannel channel;

    /// Opens the socket. Nobody else can reach it before its rights are set: it is made in a folder of its own.
    ///
    /// @param group whose members may ask, if not the group of whoever runs this
    public VaultServer(VaultDoor door, Path socket, Optional<String> group, Clock clock) throws IOException {
        this.door = door;
        this.socket = socket;
        this.clock = clock;
        this.channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Path parent = socket.toAbsolutePath().getParent();
        Path folder = Files.createTempDirectory(parent, ".vault");
        Path made = folder.resolve("s");
        try {
            channel.bind(UnixDomainSocketAddress.of(made));
            PosixFileAttributeView rights = Files.getFileAttributeView(made, PosixFileAttributeView.class);
            if (group.isPresent()) {
                rights.setGroup(
                        made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group.get()));
            }
            rights.setPermissions(PosixFilePermissions.fromString("rw-rw----"));
            Files.move(made, socket, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            channel.close();
            Files.deleteIfExists(made);
            throw e;
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /// Answers whoever comes until the socket is closed.
    public void serve() throws IOException {
        try {
            while (channel.isOpen()) {
                SocketChannel caller = channel.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            }
        } catch (ClosedChannelException closed) {
            // Whoever closed it wants no more answers.
        }
    }

    private void answer(SocketChannel caller) {
        try (caller;
                InputStream in = new BufferedInputStream(Channels.newInputStream(caller));
                OutputStream out = Channels.newOutputStream(caller)) {
            for (byte[] question = line(in); question.length > 0; question = line(in)) {
                out.write(ended(door.answer(question, clock.instant())));
            }
        } catch (IOException gone) {
            // The caller went away; what it asked is written down, and has the same answer when it asks again.
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST) {
                return new byte[0];
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    static byte[] ended(byte[] line) {
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(socket);
    }
}

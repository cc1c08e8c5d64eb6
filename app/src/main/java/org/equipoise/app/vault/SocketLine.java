package org.equipoise.app.vault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.equipoise.allocation.vault.Line;
import org.equipoise.allocation.vault.VaultAway;
import org.jspecify.annotations.Nullable;

/// The line to a vault that answers at a socket. It connects when it is first asked, and again where the vault was
/// started anew meanwhile.
public final class SocketLine implements Line, AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final Path socket;
    private final Duration patience;
    private @Nullable Connection connection;

    public SocketLine(Path socket) {
        this(socket, Duration.ofSeconds(30));
    }

    /// @param patience after how long without a word the vault is away
    SocketLine(Path socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
    }

    /// A connection, and what may be waited for on it.
    private record Connection(SocketChannel channel, Selector selector) implements AutoCloseable {
        static Connection to(Path socket) throws IOException {
            SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            return new Connection(channel, Selector.open());
        }

        void await(int what, Duration patience) throws IOException {
            channel.register(selector, what);
            if (selector.select(patience.toMillis()) == 0) {
                throw new IOException("it has said nothing for " + patience.toSeconds() + " seconds");
            }
            selector.selectedKeys().clear();
        }

        @Override
        public void close() throws IOException {
            selector.close();
            channel.close();
        }
    }

    /// A connection that had been left open may be to a vault that has ended: then it is asked once more, by another.
    @Override
    public synchronized byte[] ask(byte[] question) {
        boolean leftOpen = connection != null;
        try {
            return asked(question);
        } catch (IOException e) {
            close();
            if (!leftOpen) {
                throw new VaultAway(socket + ": " + e.getMessage());
            }
        }
        try {
            return asked(question);
        } catch (IOException e) {
            close();
            throw new VaultAway(socket + ": " + e.getMessage());
        }
    }

    private byte[] asked(byte[] question) throws IOException {
        Connection open = connection == null ? Connection.to(socket) : connection;
        connection = open;
        ByteBuffer rest = ByteBuffer.wrap(VaultServer.ended(question));
        while (rest.hasRemaining()) {
            if (open.channel().write(rest) == 0) {
                open.await(SelectionKey.OP_WRITE, patience);
            }
        }
        return answer(open);
    }

    private byte[] answer(Connection open) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        while (answer.size() < VaultServer.LONGEST) {
            int read = open.channel().read(piece.clear());
            if (read < 0) {
                throw new EOFException("it ended without an answer");
            }
            if (read == 0) {
                open.await(SelectionKey.OP_READ, patience);
            } else if (piece.get(read - 1) == '\n') {
                answer.write(piece.array(), 0, read - 1);
                return answer.toByteArray();
            } else {
                answer.write(piece.array(), 0, read);
            }
        }
        throw new IOException("it does not stop talking");
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is of no use any more.
            }
        }
    }
}

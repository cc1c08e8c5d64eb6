package org.equipoise.app.durability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.store.postgres.Login;

/// The network between the program and its database, which can be cut: connections break, and no new one is taken.
final class Wire implements Trouble {
    private final ServerSocket near;
    private final Login far;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire(Login far) throws IOException {
        this.far = far;
        this.near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::take);
    }

    /// The same login at this end.
    Login login() {
        return new Login(far.url().replaceFirst(":\\d+/", ":" + near.getLocalPort() + "/"), far.user(), far.password());
    }

    private int port() {
        return Integer.parseInt(far.url().replaceFirst("^.*:(\\d+)/.*$", "$1"));
    }

    private void take() {
        while (!near.isClosed()) {
            try {
                Socket here = near.accept();
                if (cut) {
                    here.close();
                    continue;
                }
                Socket there = new Socket(InetAddress.getLoopbackAddress(), port());
                open.add(here);
                open.add(there);
                Thread.ofPlatform().daemon().start(() -> carry(here, there));
                Thread.ofPlatform().daemon().start(() -> carry(there, here));
            } catch (IOException closed) {
                // The next, if there is one.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Both ends are closed now.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void begin() {
        cut = true;
        open.forEach(Wire::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        near.close();
        begin();
    }
}

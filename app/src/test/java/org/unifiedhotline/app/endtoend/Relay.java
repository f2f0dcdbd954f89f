package org.unifiedhotline.app.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the service and a server on this machine, and can be cut as if that server had died. */
final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Relay(int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections; whoever comes is turned away. */
    void cut() {
        cut = true;
        open.forEach(Relay::end);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                open.add(guest);
                if (cut) {
                    end(guest);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(guest, server));
                Thread.ofVirtual().start(() -> carry(server, guest));
            } catch (IOException away) {
                // the next may find the server there
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream bytes = from.getInputStream()) {
            bytes.transferTo(to.getOutputStream());
        } catch (IOException over) {
            // one side has gone: so does the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // that was the wish
        }
    }
}

package org.unifiedhotline.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A port of 127.0.0.1 that leads to another one, where connections can be cut, refused or stalled; it counts what it did. */
final class Proxy implements AutoCloseable {
    private enum Mode {
        PASS,
        /** Connections stand, and nothing goes through them: as when a cable is pulled or a firewall forgets. */
        STALL,
        /** New connections are reset at once. */
        REFUSE
    }

    /** What was done so far. */
    record Counts(long connections, long bytes, long cut, long refused, long stalled) {}

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong stalled = new AtomicLong();
    private volatile Mode mode = Mode.PASS;
    private volatile @Nullable CommitTrap trap;

    private Proxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** Begins to lead to a port of 127.0.0.1. */
    static Proxy to(int target) {
        try {
            Proxy proxy = new Proxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            Thread.ofPlatform().daemon().name("proxy-to-" + target).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    Counts counts() {
        return new Counts(connections.get(), bytes.get(), cut.get(), refused.get(), stalled.get());
    }

    /** Whether the server knows a connection that stands by this port of the client's. */
    boolean carries(int clientPort) {
        return open.stream().anyMatch(socket -> socket.getPort() == target && socket.getLocalPort() == clientPort);
    }

    /** Resets all connections that stand; new ones are let through. Returns how many there were. */
    int cut() {
        int now = (int) open.stream()
                .filter(socket -> socket.getPort() == target && !socket.isClosed())
                .count();
        open.forEach(this::reset);
        cut.addAndGet(now);
        return now;
    }

    /** From now on nothing goes through, though connections stand and new ones are taken. */
    void stall() {
        set(Mode.STALL);
    }

    /** From now on every new connection is reset; those that stand are cut. */
    void refuse() {
        set(Mode.REFUSE);
        cut();
    }

    /** Looks at everything that goes through from now on; null for nothing any more. */
    void set(@Nullable CommitTrap next) {
        trap = next;
    }

    /** Everything goes through again; what was held back goes on. */
    void heal() {
        set(Mode.PASS);
    }

    @Override
    public void close() {
        set(Mode.REFUSE);
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void set(Mode next) {
        lock.lock();
        try {
            mode = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (mode == Mode.REFUSE) {
                    refused.incrementAndGet();
                    reset(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // the listener is closed, or whoever came has gone
            }
        }
    }

    private void connect(Socket client) {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
        } catch (IOException e) {
            reset(client); // as if nobody listened there
            return;
        }
        connections.incrementAndGet();
        open.add(client);
        open.add(server);
        int port = server.getLocalPort();
        Thread.ofVirtual().start(() -> forward(client, server, port, true));
        Thread.ofVirtual().start(() -> forward(server, client, port, false));
    }

    /** @param port by which the server knows the connection */
    private void forward(Socket from, Socket to, int port, boolean toServer) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage();
                if (mayPass(port, toServer, buffer, read)) {
                    out.write(buffer, 0, read);
                    bytes.addAndGet(read);
                }
            }
            awaitPassage(); // the word that nothing more comes is held back, too
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (from.isOutputShutdown() || to.isClosed()) {
                open.remove(from);
                open.remove(to);
            }
        }
    }

    /** What a trap holds is never passed on: that connection is cut in the end. */
    private boolean mayPass(int port, boolean toServer, byte[] buffer, int length) throws InterruptedException {
        CommitTrap present = trap;
        if (present == null) {
            return true;
        }
        return toServer ? present.mayPass(port, buffer, length) : !present.holdsAnswer(port);
    }

    private void awaitPassage() throws InterruptedException {
        if (mode != Mode.STALL) {
            return;
        }
        stalled.incrementAndGet();
        lock.lock();
        try {
            while (mode == Mode.STALL) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void reset(Socket socket) {
        open.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it has gone already
        }
    }
}

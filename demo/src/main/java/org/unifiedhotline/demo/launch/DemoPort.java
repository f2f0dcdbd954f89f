package org.unifiedhotline.demo.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The demo's ports, all on 127.0.0.1: the variable that moves each, and where it is otherwise. */
enum DemoPort {
    CONSOLE("DEMO_PORT_CONSOLE", 8080),
    SWITCHBOARD("DEMO_PORT_SWITCHBOARD", 13306),
    HOTLINE("DEMO_PORT_HOTLINE", 15432),
    HUB("DEMO_PORT_HUB", 15433),
    SEARCH("DEMO_PORT_SEARCH", 19200);

    // A demo that was stopped or killed a moment ago is given this long to let its ports go.
    private static final long PATIENCE_MS = 6_000;

    private final String variable;
    private final int standard;

    DemoPort(String variable, int standard) {
        this.variable = variable;
        this.standard = standard;
    }

    String variable() {
        return variable;
    }

    int standard() {
        return standard;
    }

    /**
     * Checks that all ports can be had.
     *
     * @throws DemoProblem naming each that is taken
     */
    static void requireFree(DemoSettings settings) {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        List<String> taken = taken(settings);
        while (!taken.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            taken = taken(settings);
        }
        if (!taken.isEmpty()) {
            throw new DemoProblem(taken);
        }
    }

    private static List<String> taken(DemoSettings settings) {
        List<String> taken = new ArrayList<>();
        for (DemoPort port : values()) {
            int number = settings.port(port);
            if (!isFree(number)) {
                taken.add(port.variable + ": port " + number + " on 127.0.0.1 is taken; stop what uses it, or set "
                        + port.variable + " to a free port");
            }
        }
        return taken;
    }

    private static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port that is merely lingering after its last connection can be had
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

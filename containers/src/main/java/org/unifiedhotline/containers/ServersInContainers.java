package org.unifiedhotline.containers;

import java.util.List;
import org.unifiedhotline.demo.servers.ServersElsewhere;

/** Runs every server of the tests in a container of its own, on the engine that Testcontainers finds on this machine. */
public final class ServersInContainers implements ServersElsewhere {
    @Override
    public Server server(Kind kind, List<String> settings, int port) {
        return new ServerInContainer(Recipe.of(kind), settings, port);
    }

    @Override
    public String toString() {
        return "containers";
    }
}

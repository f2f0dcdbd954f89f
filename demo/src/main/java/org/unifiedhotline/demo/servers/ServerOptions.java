package org.unifiedhotline.demo.servers;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server keeps its data and on which port of 127.0.0.1 it listens.
 *
 * @param folder its data folder; empty for a temporary one that goes when the server is closed
 * @param port the port, or 0 for any free one
 */
public record ServerOptions(Optional<Path> folder, int port) {
    public ServerOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
        }
        folder = folder.map(path -> path.toAbsolutePath().normalize());
    }

    /** A temporary folder and any free port. */
    public static ServerOptions temporary() {
        return new ServerOptions(Optional.empty(), 0);
    }

    /** A lasting folder and any free port. */
    public static ServerOptions in(Path folder) {
        return new ServerOptions(Optional.of(folder), 0);
    }

    /** The same on a given port. */
    public ServerOptions onPort(int chosen) {
        return new ServerOptions(folder, chosen);
    }
}

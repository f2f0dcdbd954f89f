package org.unifiedhotline.demo.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * As whom the servers run. PostgreSQL and Elasticsearch refuse to run as root; an ordinary user starts them as itself, root
 * through a user namespace where it is nobody special, and where namespaces are closed, as nobody.
 */
enum Privileges {
    ORDINARY_USER,
    /** Root outside is user 1000 inside: files need no other owner. */
    ROOT_IN_NAMESPACE,
    /** Root turns into nobody: folders and archives must be given to it. */
    ROOT_AS_NOBODY;

    private static final int NOBODY = 65534;

    private static class Holder {
        private static final Privileges CURRENT = find();
    }

    static Privileges current() {
        return Holder.CURRENT;
    }

    /**
     * What to put before a server's command line. The kernel then also kills the server when its parent process dies; the
     * parent is a shell of one thread (see {@link Child}), since that signal follows the thread and not the process. It
     * must be asked for inside the namespace: entering one clears it.
     */
    List<String> prefix() {
        return switch (this) {
            case ORDINARY_USER -> List.of("setpriv", "--pdeathsig", "KILL");
            case ROOT_IN_NAMESPACE ->
                List.of("unshare", "-U", "--map-user=1000", "--map-group=1000", "setpriv", "--pdeathsig", "KILL");
            case ROOT_AS_NOBODY ->
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--pdeathsig", "KILL");
        };
    }

    /** Makes a folder with all it holds usable by the servers. */
    void openToServers(Path folder) throws IOException {
        if (this != ROOT_AS_NOBODY) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes ignored) throws IOException {
                give(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) throws IOException {
                give(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The folder itself, or, where the servers could not walk to it (root's home), one that they can. */
    Path reachableByServers(Path folder) {
        return this == ROOT_AS_NOBODY && folder.startsWith(System.getProperty("user.home"))
                ? Path.of("/var/tmp/unified-hotline-servers")
                : folder;
    }

    private static void give(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    private static Privileges find() {
        for (String tool : List.of("sh", "setsid", "setpriv")) {
            require(tool);
        }
        if (!isRoot()) {
            return ORDINARY_USER;
        }
        require("unshare");
        return namespacesAreOpen() ? ROOT_IN_NAMESPACE : ROOT_AS_NOBODY;
    }

    private static boolean isRoot() {
        try {
            return ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")) == 0;
        } catch (IOException e) {
            throw new ServerException("The embedded servers need Linux with /proc: " + e.getMessage(), e);
        }
    }

    private static boolean namespacesAreOpen() {
        try {
            return new ProcessBuilder("unshare", "-U", "--map-user=1000", "--map-group=1000", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void require(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return;
            }
        }
        throw new ServerException("The tool \"" + tool + "\" is missing: install it (Debian and Ubuntu: package "
                + (tool.equals("sh") ? "dash" : "util-linux") + ")");
    }
}

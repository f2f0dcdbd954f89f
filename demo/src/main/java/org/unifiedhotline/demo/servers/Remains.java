package org.unifiedhotline.demo.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds and ends what an earlier, killed run left running in a data folder. A process is ours only by what it is, never by a
 * recorded number that another may have been given since: it carries our mark for this very folder on its command line, or
 * it runs a program of our own installation with this very folder as its working folder (as PostgreSQL's and MariaDB's
 * processes do, the forked ones too).
 */
public final class Remains {
    private Remains() {}

    /** The argument by which a Java process of ours tells the folder that it works for. */
    public static String mark(Path folder) {
        String path = folder.toAbsolutePath().normalize().toString();
        // options of Elasticsearch's Java are cut at blanks
        return "-Dunifiedhotline.folder=" + path.replace("%", "%25").replace(" ", "%20");
    }

    /**
     * Kills what is left of an earlier run in this folder, and waits until it is gone. The caller holds the folder's lock.
     *
     * @param folder the working folder of a server, or the folder that a marked Java process works for
     */
    public static void clean(Path folder) {
        clean(folder, ServerArchive.cache());
    }

    static void clean(Path folder, Path installation) {
        Processes.killAndAwait(of(folder, installation));
    }

    static List<ProcessHandle> of(Path folder, Path installation) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isMarked(process, folder) || worksIn(process, folder, installation))
                .toList();
    }

    private static boolean isMarked(ProcessHandle process, Path folder) {
        String mark = mark(folder);
        return commandLine(process).anyMatch(mark::equals);
    }

    private static boolean worksIn(ProcessHandle process, Path folder, Path installation) {
        return link(process, "cwd")
                        .filter(folder.toAbsolutePath().normalize()::equals)
                        .isPresent()
                && link(process, "exe")
                        .filter(program -> program.startsWith(installation))
                        .isPresent();
    }

    private static Stream<String> commandLine(ProcessHandle process) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
        } catch (IOException | SecurityException e) {
            return Stream.empty(); // gone meanwhile, or another user's: not ours either way
        }
    }

    private static Optional<Path> link(ProcessHandle process, String name) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), name)));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}

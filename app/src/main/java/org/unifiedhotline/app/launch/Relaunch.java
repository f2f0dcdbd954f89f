package org.unifiedhotline.app.launch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same process begun once more, with the JVM's quick compiler only: a jar cannot name options of the JVM, and for work of a few
 * seconds on few cores the optimizing compiler takes more than it gives. It is POSIX's {@code execv}: the process keeps its number,
 * streams, folder, limits and the options it was given. Where anything about it is not plain, nothing is done, and the work goes on
 * as it would have.
 */
final class Relaunch {
    /** Tables of more bytes are worth optimizing for. */
    private static final long SMALL = 24L << 20;

    private static final String DONE = "-Dunifiedhotline.relaunched=true";
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private Relaunch() {}

    /** Comes back only if there is no reason or no way to begin again. */
    static void forSmallTables(List<String> arguments) {
        if (Boolean.getBoolean("unifiedhotline.relaunched") || bytes(arguments) > SMALL) {
            return;
        }
        ProcessHandle.Info self = ProcessHandle.current().info();
        Optional<String> java = self.command();
        List<String> given = self.arguments().map(List::of).orElse(List.of());
        int options = given.size() - arguments.size() - 2;
        if (java.isPresent() && isPlain(given, options, arguments)) {
            List<String> command = new ArrayList<>(List.of(java.get()));
            command.addAll(given.subList(0, options));
            command.addAll(List.of(QUICK, DONE));
            command.addAll(given.subList(options, given.size()));
            execute(command);
        }
    }

    /** The size of all files that are named. */
    private static long bytes(List<String> arguments) {
        long bytes = 0;
        for (String argument : arguments) {
            try {
                Path file = Path.of(argument);
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            } catch (IOException | InvalidPathException _) {
                return Long.MAX_VALUE;
            }
        }
        return bytes;
    }

    /** Whether it was started as {@code java OPTIONS -jar app.jar ARGUMENTS}, without options that speak of compilers or agents. */
    private static boolean isPlain(List<String> given, int options, List<String> arguments) {
        return options >= 0
                && given.get(options).equals("-jar")
                && given.subList(options + 2, given.size()).equals(arguments)
                && given.subList(0, options).stream().allMatch(Relaunch::isPlain);
    }

    private static boolean isPlain(String option) {
        return option.startsWith("-Xm")
                || option.startsWith("-D")
                || option.matches("-XX:[+-]?(Use\\w*GC|Max\\w*|Initial\\w*).*");
    }

    @SuppressWarnings("restricted") // the manifest says so: Enable-Native-Access
    private static void execute(List<String> command) {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            Optional<MemorySegment> function = linker.defaultLookup().find("execv");
            if (function.isEmpty()) {
                return;
            }
            MethodHandle execv =
                    linker.downcallHandle(function.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
            MemorySegment words = arena.allocate(ADDRESS, command.size() + 1L);
            for (int i = 0; i < command.size(); i++) {
                words.setAtIndex(ADDRESS, i, arena.allocateFrom(command.get(i)));
            }
            words.setAtIndex(ADDRESS, command.size(), MemorySegment.NULL);
            int failed = (int) execv.invokeExact(words.getAtIndex(ADDRESS, 0), words);
            assert failed < 0;
        } catch (Throwable _) { // what a method handle may throw; the work then goes on in this process
            return;
        }
    }
}

package org.unifiedhotline.masterrecords.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** A file outside the hub to which lines are added, by several instances and commands. */
public final class SealedLines {
    private static final ReentrantLock ADDING = new ReentrantLock();

    private SealedLines() {}

    /**
     * Adds lines, which are on the disk when this returns. Half a line at the end, of a crash or a full disk, goes first: what is
     * added would be taken for the rest of it. It was never told as written.
     *
     * @param lines in ASCII, each with its end
     * @throws IOException if they cannot be written; some may be, and half of one
     */
    public static void add(Path file, String lines) throws IOException {
        ADDING.lock(); // the file's own lock is the process', not the thread's
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            channel.truncate(endOfLines(channel));
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(lines);
            for (long at = channel.size(); bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
        } finally {
            ADDING.unlock();
        }
    }

    /** Behind the last whole line. */
    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}

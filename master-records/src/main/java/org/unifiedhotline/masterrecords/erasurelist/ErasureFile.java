package org.unifiedhotline.masterrecords.erasurelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.keys.SealedLines;

/**
 * The list outside the hub: {@value #LIST}, a line {@code time mark seal} each, of a record or of a trace of whom was erased, in the folder of the audit trail's keys, and
 * {@value #KEY}, which makes marks and seals. A mark is a keyed hash of a record's source, table and local id: the file alone
 * tells nobody who was erased. Lines are only ever added, and on the disk before {@link #add} returns; instances may share it.
 */
final class ErasureFile {
    static final String KEY = "erasure.key";
    static final String LIST = "erasures.log";

    private static final String TRACE = "t:";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MARK_BYTES = 16;

    private final Path file;
    private final SecretKey key;
    private long bytesRead;
    private int linesRead;

    /**
     * The list of a folder.
     *
     * @param mayBegin whether to make a key where there is none, since nobody was erased yet
     * @throws IllegalStateException if the key is missing though people were erased, or malformed
     */
    ErasureFile(Path folder, boolean mayBegin) {
        this.file = folder.resolve(LIST);
        this.key = key(folder.resolve(KEY), mayBegin && !Files.exists(file));
    }

    /** What stands for a record in the list. */
    String markOf(SourceRecordKey record) {
        return keyedHash("record " + record);
    }

    /** What stands for a trace: a form of a name or number by which what people typed about somebody is found. */
    String markOf(String trace) {
        return TRACE + keyedHash("trace " + trace);
    }

    static boolean isTrace(String mark) {
        return mark.startsWith(TRACE);
    }

    void add(Collection<String> marks, Instant at) {
        StringBuilder lines = new StringBuilder();
        marks.forEach(mark -> lines.append(line(at + " " + mark)));
        try {
            SealedLines.add(file, lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erased records cannot be written to " + file, e);
        }
    }

    private String line(String words) {
        return words + " " + keyedHash("line " + words) + "\n";
    }

    /** Whether there is more, or another file, since it was read. */
    synchronized boolean hasChanged() {
        try {
            return length() != bytesRead;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads the marks that were added since it was read last, by whichever instance; the first time all. A last line without its end,
     * which was cut off by a crash or is being written, is left out: its erasure was not committed.
     *
     * @param found takes the marks, before anybody else is told that they are read
     * @throws IllegalStateException if a line is not as it was written
     */
    synchronized void read(Consumer<String> found) {
        try {
            if (length() < bytesRead) {
                bytesRead = 0; // another file was put in its place
                linesRead = 0;
            }
            String text = from(bytesRead);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<String> lines = whole.lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                found.accept(mark(lines.get(at), linesRead + at + 1));
            }
            linesRead += lines.size();
            bytesRead += whole.length();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private String from(long start) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(start);
            return new String(bytes.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the list of erased records cannot be read from " + file, e);
    }

    private String mark(String line, int number) {
        int end = line.lastIndexOf(' ');
        String words = end < 0 ? "" : line.substring(0, end);
        if (end < 0 || !keyedHash("line " + words).equals(line.substring(end + 1))) {
            throw new IllegalStateException(file + ", line " + number
                    + ": not as it was written, or by another key; restore the list of erased records from its copy");
        }
        return words.substring(words.indexOf(' ') + 1);
    }

    private String keyedHash(String words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, MARK_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static SecretKey key(Path file, boolean create) {
        try {
            if (create && !Files.exists(file)) {
                make(file);
            }
            byte[] bytes = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException();
            }
            return new SecretKeySpec(bytes, ALGORITHM);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "unified-hotline.audit.folder: " + file + " does not hold a key of 64 hexadecimal digits");
        } catch (IOException missing) {
            throw new IllegalStateException("unified-hotline.audit.folder: " + file
                    + " cannot be read, though people were erased: restore it from its copy, or they would come back");
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes) + "\n"));
            channel.force(true);
        } catch (FileAlreadyExistsException another) {
            // an instance beside this one was faster: its key is the key
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

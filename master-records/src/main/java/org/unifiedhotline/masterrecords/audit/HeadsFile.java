package org.unifiedhotline.masterrecords.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.unifiedhotline.masterrecords.keys.SealedLines;

/**
 * Where the chain ended, time after time, kept outside the database: what was there once cannot be cut off unnoticed. A line is
 * {@code time sequence mac seal}; the seal is a keyed hash of the rest of the line. Lines are only ever added, and on
 * the disk before {@link #add} returns; several instances may share a file.
 */
final class HeadsFile {
    private static final int SEAL_BYTES = 16;

    private final Path file;
    private final Chain chain;

    HeadsFile(Path file, Chain chain) {
        this.file = file;
        this.chain = chain;
    }

    /**
     * A line.
     *
     * @param line its number in the file, from 1
     */
    record Noted(int line, Instant at, Head head) {}

    /** What a file holds, and which of its lines are no longer as they were written. */
    record Content(List<Noted> heads, List<Integer> broken) {}

    void add(Instant at, Head head) {
        String words = at + " " + head;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SealedLines.add(file, words + " " + sealOf(words) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the heads of the audit trail cannot be written to " + file, e);
        }
    }

    /** All of it; empty if there is no such file. A last line without its end, cut off by a crash, is left out. */
    Content read() {
        if (!Files.exists(file)) {
            return new Content(List.of(), List.of());
        }
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            List<Noted> heads = new ArrayList<>();
            List<Integer> broken = new ArrayList<>();
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<String> lines = whole.lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                try {
                    heads.add(noted(at + 1, lines.get(at)));
                } catch (RuntimeException altered) {
                    broken.add(at + 1);
                }
            }
            return new Content(heads, broken);
        } catch (IOException e) {
            throw new UncheckedIOException("the heads of the audit trail cannot be read from " + file, e);
        }
    }

    private Noted noted(int number, String line) {
        int end = line.lastIndexOf(' ');
        String words = line.substring(0, end);
        if (!sealOf(words).equals(line.substring(end + 1))) {
            throw new IllegalArgumentException("altered");
        }
        String[] parts = words.split(" ");
        return new Noted(
                number,
                Instant.parse(parts[0]),
                new Head(Long.parseLong(parts[1]), HexFormat.of().parseHex(parts[2])));
    }

    private String sealOf(String words) {
        byte[] mac = chain.hmac(("head " + words).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(mac, SEAL_BYTES));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

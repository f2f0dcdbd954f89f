package org.unifiedhotline.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What values look like in bytes: as written, decomposed, in small letters, without marks, in UTF-8 and UTF-16, TCVN3 and VNI, in base64 at
 * each of its three beginnings, in hexadecimal digits, and the hashes that anybody can make. All are looked for at once, in one walk.
 */
final class MarkedForms {
    private static final String[] TCVN3 = {"ạ¹", "êª", "đ®", "ịÞ", "ềÒ", "ư­", "ờê"};
    private static final String[] VNI = {"ạaï", "êeâ", "đñ", "ịò", "ềeà", "ưö", "ờôø"};
    private static final int BEGINNING = 4;

    private final Map<Integer, List<Form>> byBeginning = new HashMap<>();
    private final boolean[] begins = new boolean[1 << 16];

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Form(String name, byte[] bytes) {}

    MarkedForms(Collection<String> marks) {
        for (String mark : marks) {
            for (String text : spellings(mark)) {
                addText(mark, text);
            }
        }
    }

    private static Set<String> spellings(String mark) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String text : List.of(mark, mark.toLowerCase(Locale.ROOT), mark.toUpperCase(Locale.ROOT))) {
            spellings.add(text);
            spellings.add(Normalizer.normalize(text, Normalizer.Form.NFD));
            spellings.add(Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D'));
            spellings.add(replaced(text, TCVN3));
            spellings.add(replaced(text, VNI));
        }
        return spellings;
    }

    private static String replaced(String text, String[] pairs) {
        String replaced = text;
        for (String pair : pairs) {
            replaced = replaced.replace(pair.substring(0, 1), pair.substring(1));
        }
        return replaced;
    }

    private void addText(String mark, String text) {
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            if (!charset.newEncoder().canEncode(text)) {
                continue;
            }
            byte[] bytes = text.getBytes(charset);
            add(mark + " in " + charset, bytes);
            add(mark + " in hexadecimal digits", HexFormat.of().formatHex(bytes));
            for (int shift = 0; shift < 3; shift++) {
                add(mark + " in base64", base64(bytes, shift));
            }
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
                byte[] hash = hash(algorithm, bytes);
                add(mark + " as " + algorithm, hash);
                add(mark + " as " + algorithm, HexFormat.of().formatHex(hash));
            }
        }
    }

    /** What stands in base64 for certain, whatever stands around it. */
    private static String base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring(shift == 0 ? 0 : shift + 1, shifted.length * 8 / 6);
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Looks for these bytes too. */
    void add(String name, byte[] bytes) {
        if (bytes.length < 6) {
            throw new IllegalArgumentException("too short to be told from chance: " + name);
        }
        byBeginning
                .computeIfAbsent(beginning(bytes, 0), first -> new ArrayList<>())
                .add(new Form(name, bytes));
        begins[(bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)] = true;
    }

    /** The names of what is found. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of what is found. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + BEGINNING <= bytes.length; at++) {
            if (begins[(bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff)]) {
                for (Form form : byBeginning.getOrDefault(beginning(bytes, at), List.of())) {
                    int end = at + form.bytes().length;
                    if (end <= bytes.length && Arrays.equals(bytes, at, end, form.bytes(), 0, form.bytes().length)) {
                        found.add(form.name());
                    }
                }
            }
        }
        return found;
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    /** What is found in the bytes of a folder's files, with the file's name before it. */
    Set<String> inFilesOf(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                in(read(file)).forEach(name -> found.add(folder.relativize(file) + ": " + name)));
            }
        }
        return found;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

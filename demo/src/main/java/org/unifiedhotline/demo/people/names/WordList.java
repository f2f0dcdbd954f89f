package org.unifiedhotline.demo.people.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a resource of one entry a line; lines that begin with {@code #} tell its source. */
final class WordList {

    private WordList() {}

    static List<String> read(String resource) {
        InputStream stream = Objects.requireNonNull(
                WordList.class.getResourceAsStream("/org/unifiedhotline/demo/people/" + resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}

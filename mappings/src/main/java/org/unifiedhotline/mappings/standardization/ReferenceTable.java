package org.unifiedhotline.mappings.standardization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the reference tables that are shipped beside this class; {@code SOURCES.md} there says where they come from. */
final class ReferenceTable {

    private ReferenceTable() {}

    /** The rows of a comma-separated table without its heading, if it has one; no value holds a comma or a quote. */
    static List<String[]> rows(String name, boolean hasHeading) {
        return lines(name).stream()
                .skip(hasHeading ? 1 : 0)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** The lines of a list, without empty ones and comments (#). */
    static List<String> lines(String name) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the reference table " + name + " is missing from the build");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the reference table " + name + " cannot be read", e);
        }
    }
}

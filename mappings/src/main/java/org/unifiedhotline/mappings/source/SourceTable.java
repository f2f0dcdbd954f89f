package org.unifiedhotline.mappings.source;

import java.util.Objects;
import java.util.regex.Pattern;

/** A table of a source system, by the name it has there (without schema): {@code switchboard/nguoi_goi}. */
public record SourceTable(SourceSystem system, String name) implements Comparable<SourceTable> {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public SourceTable {
        Objects.requireNonNull(system, "system");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a table name is lower-case letters, digits and '_', not '" + name + "'");
        }
    }

    public static SourceTable of(SourceSystem system, String name) {
        return new SourceTable(system, name);
    }

    @Override
    public int compareTo(SourceTable other) {
        int bySystem = system.code().compareTo(other.system.code());
        return bySystem != 0 ? bySystem : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return system.code() + "/" + name;
    }
}

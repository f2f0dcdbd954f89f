package org.unifiedhotline.masterrecords.events;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Whose rows a receiver may know of. One that may not know all is told of its own rows and the master ids of these, and
 * of nothing that would show what other records a person has, or how often they change.
 *
 * @param systems at least one
 */
public record Knowledge(Set<SourceSystem> systems) {
    public Knowledge {
        systems = Set.copyOf(systems);
        if (systems.isEmpty()) {
            throw new IllegalArgumentException("a receiver knows the rows of at least one source system");
        }
    }

    boolean isWhole() {
        return systems.size() == SourceSystem.values().length;
    }

    List<SourceRecordKey> known(Collection<SourceRecordKey> records) {
        return records.stream()
                .filter(record -> systems.contains(record.system()))
                .sorted()
                .toList();
    }
}

package org.unifiedhotline.masterrecords.events;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Whose rows a receiver may know of. One that may not know all is told of these rows and the master ids of these, and
 * of nothing that would show what other records a person has, or how often they change.
 *
 * @param systems at least one
 * @param own those of them that the receiver is itself: whose rows it wrote
 */
public record Knowledge(Set<SourceSystem> systems, Set<SourceSystem> own) {
    public Knowledge {
        systems = Set.copyOf(systems);
        own = Set.copyOf(own);
        if (systems.isEmpty()) {
            throw new IllegalArgumentException("a receiver knows the rows of at least one source system");
        }
        if (!systems.containsAll(own)) {
            throw new IllegalArgumentException("the rows that are a receiver's own are rows that it knows of");
        }
    }

    /** Of a receiver that wrote none of these rows. */
    public Knowledge(Set<SourceSystem> systems) {
        this(systems, Set.of());
    }

    boolean isWhole() {
        return systems.size() == SourceSystem.values().length;
    }

    /**
     * Whether it knows of nothing but the rows of one system, which it wrote itself. Of several it would be news whose records are one
     * person's.
     */
    boolean isOfOwnRowsAlone() {
        return systems.size() == 1 && own.equals(systems);
    }

    List<SourceRecordKey> known(Collection<SourceRecordKey> records) {
        return records.stream()
                .filter(record -> systems.contains(record.system()))
                .sorted()
                .toList();
    }
}

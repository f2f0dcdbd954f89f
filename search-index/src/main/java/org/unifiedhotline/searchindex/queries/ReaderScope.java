package org.unifiedhotline.searchindex.queries;

import java.util.Set;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Which source records a reader may find. What lies outside neither matches nor ranks, is in no facet and no count.
 *
 * @param sources the source systems whose records the reader may know; empty: none
 * @param centres the centres whose records the reader may know
 */
public record ReaderScope(Set<SourceSystem> sources, Centres centres) {
    public ReaderScope {
        sources = Set.copyOf(sources);
    }

    /** The scope of who may know everything. */
    public static ReaderScope all() {
        return new ReaderScope(Set.of(SourceSystem.values()), new EveryCentre());
    }

    /** Which centres' records a reader may know. */
    public sealed interface Centres {}

    /** All, also records that no centre has touched yet. */
    public record EveryCentre() implements Centres {}

    /** Records that one of these centres has touched by a contact, and no others. */
    public record OnlyCentres(Set<Centre> centres) implements Centres {
        public OnlyCentres {
            centres = Set.copyOf(centres);
        }
    }
}

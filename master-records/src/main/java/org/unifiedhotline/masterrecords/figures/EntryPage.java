package org.unifiedhotline.masterrecords.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list behind a number.
 *
 * @param next where the next page begins; null on the last
 */
public record EntryPage(List<Entry> entries, @Nullable String next) {
    public EntryPage {
        entries = List.copyOf(entries);
    }
}

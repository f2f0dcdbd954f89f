package org.unifiedhotline.searchindex.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Empty lists are left out of documents; read back, they are empty again. */
final class Absent {
    private Absent() {}

    static <T> List<T> asEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

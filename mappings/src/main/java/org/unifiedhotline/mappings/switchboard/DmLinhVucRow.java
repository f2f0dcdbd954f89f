package org.unifiedhotline.mappings.switchboard;

import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code dm_linh_vuc}: a field of consultation. */
record DmLinhVucRow(String ma, String ten) {
    static DmLinhVucRow of(Columns columns) {
        return new DmLinhVucRow(columns.requiredCode("ma"), columns.requiredText("ten"));
    }
}

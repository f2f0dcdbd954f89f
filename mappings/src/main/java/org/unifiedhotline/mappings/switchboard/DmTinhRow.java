package org.unifiedhotline.mappings.switchboard;

import org.unifiedhotline.mappings.reading.Columns;

/** A row of {@code dm_tinh}: a province of before 1 July 2025. */
record DmTinhRow(String maTinh, String tenTinh, String trungTam) {
    static DmTinhRow of(Columns columns) {
        return new DmTinhRow(
                columns.requiredCode("ma_tinh"), columns.requiredText("ten_tinh"), columns.requiredCode("trung_tam"));
    }
}

package org.unifiedhotline.masterrecords.keys;

import java.util.List;
import org.unifiedhotline.mappings.OpenCodes;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * Migration 26.7: the same as {@link ExistingCodes}, of what was typed at the switchboard as the field of a consultation or as a criterion of
 * an assessment, and is no code.
 */
public final class ExistingTopics extends ExistingData {
    private static final SourceTable CALLS = SourceTable.of(SourceSystem.SWITCHBOARD, "cuoc_goi");
    private static final SourceTable ASSESSMENTS = SourceTable.of(SourceSystem.SWITCHBOARD, "qms_danh_gia");

    public ExistingTopics(Keystore keystore) {
        super("26.7", "topics and criteria without free text", keystore);
    }

    @Override
    void migrate(HubDatabase hub) {
        WordsAmongCodes words = new WordsAmongCodes(hub);
        words.understand(topics(hub, words));
        criteria(hub, words);
        words.comeBack("cuoc_goi", "qms_danh_gia");
    }

    /** The contacts that had words in the place of a topic: they have none now. */
    private static List<Long> topics(HubDatabase hub, WordsAmongCodes words) {
        List<String> typed =
                noCodes(hub, "SELECT DISTINCT topic FROM contact WHERE topic IS NOT NULL", CALLS, "ma_linh_vuc");
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Long> records = hub.sql()
                .sql("UPDATE contact SET topic = NULL WHERE topic = ANY (?) RETURNING record_id")
                .param(typed.toArray(String[]::new))
                .query(Long.class)
                .list();
        words.writeAnew("contact");
        return records;
    }

    private static void criteria(HubDatabase hub, WordsAmongCodes words) {
        List<String> typed = noCodes(
                hub, "SELECT DISTINCT jsonb_object_keys(criteria) FROM quality_review", ASSESSMENTS, "tieu_chi");
        if (!typed.isEmpty()) {
            hub.sql()
                    .sql("UPDATE quality_review SET criteria = criteria - ?::text[]")
                    .param(typed.toArray(String[]::new))
                    .update();
            words.writeAnew("quality_review");
        }
    }

    private static List<String> noCodes(HubDatabase hub, String query, SourceTable table, String column) {
        return hub.sql().sql(query).query(String.class).list().stream()
                .filter(value -> !OpenCodes.isCode(table, column, value))
                .toList();
    }
}

package org.unifiedhotline.masterrecords.records;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/** Why records belong to their master record, to whoever is told of some of them only: as if there were no others. */
final class LinkKinds {
    private final HubDatabase hub;

    LinkKinds(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * What is told of a person who is made of more than that.
     *
     * @param when as things stood then; null for now
     */
    List<Member> among(List<Member> told, @Nullable Instant when) {
        if (told.size() == 1) {
            return List.of(new Member(LinkKind.SINGLE, told.getFirst().person()));
        }
        if (told.stream().noneMatch(member -> member.linkKind() == LinkKind.ASSERTED)) {
            return told;
        }
        Set<Long> said = saidSame(
                told.stream().map(member -> SourceRecordId.of(member.key())).toList(), when);
        return told.stream()
                .map(member -> member.linkKind() == LinkKind.ASSERTED && !said.contains(SourceRecordId.of(member.key()))
                        ? new Member(LinkKind.AUTOMATIC, member.person())
                        : member)
                .toList();
    }

    /** Those of these records of whom a steward said that they are one person with another of them. */
    private Set<Long> saidSame(List<Long> records, @Nullable Instant when) {
        Set<Long> same = new HashSet<>();
        hub.sql()
                .sql("""
                        SELECT record_a, record_b FROM (
                          SELECT DISTINCT ON (record_a, record_b) record_a, record_b, verdict FROM assertion
                           WHERE record_a = ANY (:records) AND record_b = ANY (:records)
                             AND asserted_at <= coalesce(:at::timestamptz, 'infinity')
                             AND (withdrawn_at IS NULL OR withdrawn_at > coalesce(:at::timestamptz, 'infinity'))
                           ORDER BY record_a, record_b, assertion_id DESC) AS latest
                         WHERE verdict = 'SAME_PERSON'
                        """)
                .param("records", records.toArray(Long[]::new))
                .param("at", Columns.parameterOrNull(when))
                .query(row -> {
                    same.add(row.getLong("record_a"));
                    same.add(row.getLong("record_b"));
                });
        return same;
    }
}

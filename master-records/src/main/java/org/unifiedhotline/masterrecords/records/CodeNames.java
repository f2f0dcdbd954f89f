package org.unifiedhotline.masterrecords.records;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.canonical.ContactRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;

/**
 * What the source systems call the codes that stand in a person's file: nobody knows a field of consultation or an agency
 * by its code.
 *
 * @param topics the names of the fields of consultation, by code; a code that its list does not have is left out
 * @param agencies the names of the agencies whom referrals name by code alone, by code
 */
public record CodeNames(Map<String, String> topics, Map<String, String> agencies) {
    public CodeNames {
        topics = Map.copyOf(topics);
        agencies = Map.copyOf(agencies);
    }

    static CodeNames of(HubDatabase hub, PersonFile file) {
        Set<String> topics = file.contacts().stream()
                .map(ContactRecord::topic)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> agencies = file.referrals().stream()
                .map(ReferralRecord::agencyKey)
                .filter(Objects::nonNull)
                .map(SourceRecordKey::localId)
                .collect(Collectors.toSet());
        return new CodeNames(
                names(hub, "SELECT code, name FROM code_entry WHERE list = 'topic' AND code IN (:codes)", topics),
                names(hub, "SELECT code, name FROM agency WHERE code IN (:codes)", agencies));
    }

    private static Map<String, String> names(HubDatabase hub, String sql, Set<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return hub
                .sql()
                .sql(sql)
                .param("codes", codes)
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, again) -> first));
    }
}

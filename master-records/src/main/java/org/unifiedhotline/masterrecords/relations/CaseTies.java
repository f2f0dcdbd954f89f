package org.unifiedhotline.masterrecords.relations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.WrappedKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.relations.Related.CaseTie;
import org.unifiedhotline.masterrecords.relations.Related.Part;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceKeys;

/** Whom the cases of a person name together with it: subjects, reporters, and who else called about the case. */
final class CaseTies {
    private static final String NAMED = """
            WITH own AS (SELECT record_id FROM link WHERE master_id = :id),
                 mine AS (SELECT record_id FROM case_file WHERE subject_id IN (TABLE own)
                          UNION
                          SELECT record_id FROM case_file WHERE reporter_id IN (TABLE own)
                          UNION
                          SELECT case_id FROM contact WHERE caller_id IN (TABLE own) AND case_id IS NOT NULL),
                 named AS (SELECT record_id, subject_id AS person, 'SUBJECT' AS part
                             FROM case_file WHERE record_id IN (TABLE mine)
                           UNION
                           SELECT record_id, reporter_id, 'REPORTER'
                             FROM case_file WHERE record_id IN (TABLE mine) AND reporter_id IS NOT NULL
                           UNION
                           SELECT case_id, caller_id, 'CALLER'
                             FROM contact WHERE case_id IN (TABLE mine) AND caller_id IS NOT NULL)
            SELECT link.master_id, named.person, about.record_id AS case_id, named.part, about.case_number,
                   about.relation,
                   stored.source_system, stored.source_table, stored.local_id,
                   subject.source_system || '/' || subject.source_table || '/' || subject.local_id AS subject,
                   reporter.canonical,
            """ + WrappedKey.COLUMNS + """

              FROM named
              JOIN case_file about ON about.record_id = named.record_id
              JOIN source_record stored ON stored.record_id = about.record_id
              JOIN link ON link.record_id = named.person
              JOIN source_record subject ON subject.record_id = about.subject_id
              LEFT JOIN source_record reporter ON reporter.record_id = about.reporter_id
              LEFT JOIN record_key ON record_key.record_id = reporter.record_id AND about.relation = 'UNKNOWN'
             WHERE stored.canonical IS NOT NULL
             ORDER BY about.opened_on DESC, about.case_number, named.part DESC
            """;

    private final HubDatabase hub;
    private final ScopedRecords scoped;

    CaseTies(HubDatabase hub) {
        this.hub = hub;
        this.scoped = new ScopedRecords(hub);
    }

    private record Naming(MasterId person, long record, long caseRecord, Part part, CaseTie about) {}

    /** The cases within the scope that each other person shares with this one, by records within, the latest first. */
    Map<MasterId, List<CaseTie>> of(MasterId id, ReaderScope scope) {
        List<Naming> all = within(
                scope,
                hub.sql()
                        .sql(NAMED)
                        .param("id", id.value())
                        .query((row, number) -> naming(row))
                        .list());
        Map<SourceRecordKey, Part> own = new HashMap<>();
        all.stream()
                .filter(naming -> naming.person().equals(id))
                .forEach(naming -> own.merge(naming.about().key(), naming.part(), CaseTies::nearer));
        Map<MasterId, Map<SourceRecordKey, CaseTie>> others = new LinkedHashMap<>();
        for (Naming naming : all) {
            CaseTie about = naming.about();
            Part part = own.get(about.key());
            if (part != null && !naming.person().equals(id)) {
                others.computeIfAbsent(naming.person(), unseen -> new LinkedHashMap<>())
                        .merge(about.key(), as(about, part, naming.part()), CaseTies::nearer);
            }
        }
        Map<MasterId, List<CaseTie>> ties = new LinkedHashMap<>();
        others.forEach((other, cases) -> ties.put(other, new ArrayList<>(cases.values())));
        return ties;
    }

    private List<Naming> within(ReaderScope scope, List<Naming> all) {
        if (scope.isWhole()) {
            return all;
        }
        Set<Long> records =
                scoped.within(scope, all.stream().map(Naming::record).distinct().toList());
        Set<Long> cases = scoped.casesWithin(
                scope, all.stream().map(Naming::caseRecord).distinct().toList());
        return all.stream()
                .filter(naming -> records.contains(naming.record()) && cases.contains(naming.caseRecord()))
                .toList();
    }

    /** Who reported a case mostly also called in it: the part that says more counts. */
    private static Part nearer(Part one, Part other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static CaseTie nearer(CaseTie one, CaseTie other) {
        return one.otherPart().compareTo(other.otherPart()) <= 0 ? one : other;
    }

    private static CaseTie as(CaseTie about, Part part, Part otherPart) {
        return new CaseTie(about.key(), about.caseNumber(), about.subject(), part, otherPart, about.relation());
    }

    /** What the case says, or else what the reporter's own row says. */
    private ReporterRelation relation(ResultSet row) throws SQLException {
        ReporterRelation said = ReporterRelation.valueOf(row.getString("relation"));
        if (said != ReporterRelation.UNKNOWN) {
            return said;
        }
        String reporter = SealedRows.canonicalOrLost(hub, row);
        return reporter == null
                ? said
                : CanonicalJson.read(reporter, PersonRecord.class).relationToSubject();
    }

    private Naming naming(ResultSet row) throws SQLException {
        Part part = Part.valueOf(row.getString("part"));
        return new Naming(
                Columns.masterId(row, "master_id"),
                row.getLong("person"),
                row.getLong("case_id"),
                part,
                new CaseTie(
                        Columns.key(row),
                        row.getString("case_number"),
                        SourceKeys.parse(row.getString("subject")),
                        part,
                        part,
                        relation(row)));
    }
}

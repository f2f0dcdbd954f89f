package org.unifiedhotline.masterrecords.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.relations.Related.CaseTie;
import org.unifiedhotline.masterrecords.relations.Related.CommonTelephone;
import org.unifiedhotline.masterrecords.relations.Related.Other;
import org.unifiedhotline.masterrecords.resolution.TelephoneHolders;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.matching.model.MatchModel;

/** Tells who is related to a person: family and others by cases, and who shares a telephone. */
public final class Relations {
    /** A telephone that more people than this hold besides says nothing of any one of them. */
    static final int MANY = 12;
    /** Of more people no more are told. */
    static final int MOST = 100;

    private final HubDatabase hub;
    private final CaseTies cases;
    private final TelephoneHolders telephones;

    public Relations(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.cases = new CaseTies(hub);
        this.telephones = new TelephoneHolders(hub, model);
    }

    /**
     * Who is related to a person, those tied by cases first.
     *
     * @param id of a master record that stands; others have no relations
     * @param scope what the reader may know: neither a case outside is told, nor a person by a record outside, nor counted
     * @param known whether a person made of these source records may be known of: whoever may not is not told, nor counted,
     *     and neither is a case about them
     * @throws org.unifiedhotline.masterrecords.resolution.HubBusyException if nobody is resolved yet
     */
    public Related of(MasterId id, ReaderScope scope, Predicate<List<SourceRecordKey>> known) {
        return hub.read(() -> related(id, scope, known));
    }

    private Related related(MasterId id, ReaderScope scope, Predicate<List<SourceRecordKey>> known) {
        Map<MasterId, List<CaseTie>> byCase = cases.of(id, scope);
        Map<String, Set<MasterId>> byTelephone = telephones.of(id, scope);
        Map<MasterId, List<SourceRecordKey>> records = records(byCase.keySet(), byTelephone);
        records.values().removeIf(keys -> !known.test(keys));
        Map<MasterId, List<String>> shared = new HashMap<>();
        List<CommonTelephone> common = new ArrayList<>();
        byTelephone.forEach((number, holders) -> {
            List<MasterId> told = holders.stream().filter(records::containsKey).toList();
            if (told.size() > MANY) {
                common.add(new CommonTelephone(number, told.size()));
            } else {
                told.forEach(one ->
                        shared.computeIfAbsent(one, unseen -> new ArrayList<>()).add(number));
            }
        });
        List<Other> people = new ArrayList<>();
        records.forEach((other, keys) -> {
            List<CaseTie> ties = byCase.getOrDefault(other, List.of()).stream()
                    .filter(tie -> known.test(List.of(tie.subject())))
                    .toList();
            List<String> numbers = shared.getOrDefault(other, List.of());
            if (!ties.isEmpty() || !numbers.isEmpty()) {
                people.add(new Other(other, keys, ties, numbers));
            }
        });
        return new Related(people.size() > MOST ? people.subList(0, MOST) : people, common, people.size() <= MOST);
    }

    /** What these people are made of, in the order in which they are given. */
    private Map<MasterId, List<SourceRecordKey>> records(Set<MasterId> first, Map<String, Set<MasterId>> byTelephone) {
        Map<MasterId, List<SourceRecordKey>> records = new LinkedHashMap<>();
        first.forEach(id -> records.put(id, new ArrayList<>()));
        new TreeMap<>(byTelephone)
                .values()
                .forEach(holders -> holders.forEach(id -> records.put(id, new ArrayList<>())));
        hub.sql()
                .sql("SELECT master_id, source_system, source_table, local_id FROM link WHERE master_id = ANY (?)"
                        + " ORDER BY source_system, source_table, local_id")
                .param(records.keySet().stream().map(MasterId::value).toArray(UUID[]::new))
                .query(row -> {
                    records.computeIfAbsent(Columns.masterId(row, "master_id"), unseen -> new ArrayList<>())
                            .add(Columns.key(row));
                });
        records.values().removeIf(List::isEmpty);
        return records;
    }
}

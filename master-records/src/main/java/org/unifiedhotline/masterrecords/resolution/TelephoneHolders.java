package org.unifiedhotline.masterrecords.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.model.BlockingRule;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.record.MatchRecord;

/**
 * Who holds the telephones of a person: by the blocking keys of telephones, which are stored of everybody, however many hold
 * one. A model that does not look for candidates by a telephone alone tells nobody.
 */
public final class TelephoneHolders {
    private static final String ATTRIBUTE = "telephone";
    /** Rows of one telephone that are looked at; who holds more is a crowd in any case. */
    private static final int MOST = 1_000;

    private final HubDatabase hub;
    private final EngineInForce engine;
    private final PersonLoader loader;
    private final ScopedRecords scoped;

    public TelephoneHolders(HubDatabase hub, MatchModel model) {
        this.hub = hub;
        this.engine = new EngineInForce(hub, model);
        this.loader = new PersonLoader(hub);
        this.scoped = new ScopedRecords(hub);
    }

    /**
     * The other people that hold each telephone of a person, by its number in E.164 form; telephones that nobody else
     * holds are absent. Within a scope: of the person's records within, held by records within. A person's are also those of the family and those that its calls presented, as matching takes them.
     *
     * @throws HubBusyException if nobody is resolved yet
     */
    public Map<String, Set<MasterId>> of(MasterId id, ReaderScope scope) {
        MatchEngine inForce = engine.now();
        OptionalInt rule = telephoneRule(inForce.model());
        if (rule.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> numbers = new HashMap<>();
        for (String number : numbersOf(id, scope)) {
            inForce.blockingKeys(inForce.encode(bearer(number))).stream()
                    .filter(key -> key.rule() == rule.getAsInt() && key.level() == 0)
                    .forEach(key -> numbers.put(key.hash(), number));
        }
        Map<String, Set<MasterId>> holders = new TreeMap<>();
        numbers.forEach((hash, number) -> {
            Set<MasterId> others = holders(hash, id, scope);
            if (!others.isEmpty()) {
                holders.put(number, others);
            }
        });
        return holders;
    }

    private static OptionalInt telephoneRule(MatchModel model) {
        List<BlockingRule> rules = model.blocking();
        return IntStream.range(0, rules.size())
                .filter(at -> rules.get(at).key().size() == 1
                        && rules.get(at).key().getFirst().toString().equals(ATTRIBUTE))
                .findFirst();
    }

    private Collection<String> numbersOf(MasterId id, ReaderScope scope) {
        List<Long> members = hub.sql()
                .sql("SELECT record_id FROM link WHERE master_id = ?")
                .param(id.value())
                .query(Long.class)
                .list();
        return loader.load(scoped.within(scope, members)).values().stream()
                .flatMap(record -> record.values().getOrDefault(ATTRIBUTE, List.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Somebody of whom nothing is known but this telephone: its key is everybody's who holds it. */
    private static MatchRecord bearer(String number) {
        return new MatchRecord(0, ATTRIBUTE, MatchRecords.CALLER, "", Map.of(ATTRIBUTE, List.of(number)), List.of());
    }

    private record Holder(long record, MasterId person) {}

    private Set<MasterId> holders(long hash, MasterId id, ReaderScope scope) {
        List<Holder> holders = hub.sql()
                .sql("""
                        SELECT record_id, master_id
                          FROM (SELECT record_id FROM blocking_key WHERE hash = ? ORDER BY record_id LIMIT ?) AS holder
                          JOIN link USING (record_id)
                         WHERE master_id <> ?
                         ORDER BY master_id
                        """)
                .params(hub.keys().hashes().of(hash), MOST, id.value())
                .query((row, number) -> new Holder(row.getLong("record_id"), Columns.masterId(row, "master_id")))
                .list();
        Set<Long> within =
                scoped.within(scope, holders.stream().map(Holder::record).toList());
        return holders.stream()
                .filter(holder -> within.contains(holder.record()))
                .map(Holder::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

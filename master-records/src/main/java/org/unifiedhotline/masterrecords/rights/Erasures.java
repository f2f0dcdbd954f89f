package org.unifiedhotline.masterrecords.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.erasurelist.ErasureList;
import org.unifiedhotline.masterrecords.ingest.Blanking;
import org.unifiedhotline.masterrecords.ingest.RowMapping;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue;
import org.unifiedhotline.masterrecords.queue.ResolutionQueue.Task;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.Member;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;
import org.unifiedhotline.masterrecords.sourcerecords.PersonTables;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Erases people. Of their rows nothing stays but what is counted; they belong to nobody, so that the resolver lets their master record
 * go, the outbox their search document; what people typed about them goes, unless something of the person stays. The records are listed outside the hub, so that what their
 * sources tell of them again is left out.
 */
public final class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final HubDatabase hub;
    private final ErasureList list;
    private final Blanking blanking;
    private final MasterRecords masterRecords;
    private final ErasurePlans plans;
    private final TypedTraces typed;
    private final TypedTerms terms;
    private final LegalHolds holds;
    private final ResolutionQueue queue;
    private final Clock clock;

    public Erasures(
            HubDatabase hub,
            ErasureList list,
            RowMapping mapping,
            MasterRecords masterRecords,
            LegalHolds holds,
            TypedTerms terms,
            Clock clock) {
        this.hub = hub;
        this.list = list;
        this.blanking = new Blanking(hub, mapping, list);
        this.masterRecords = masterRecords;
        this.plans = new ErasurePlans(hub, holds);
        this.typed = new TypedTraces(hub);
        this.terms = terms;
        this.holds = holds;
        this.queue = new ResolutionQueue(hub);
        this.clock = clock;
    }

    /** What an erasure of these records, one person's, would take and leave. */
    public ErasurePlan plan(Collection<Long> records) {
        return hub.read(() -> plans.of(records, traces(records)));
    }

    /**
     * How much an erasure of these records, one person's, would reach that cannot be said to be about them alone: what tells of them or of
     * a namesake, and what was decided and asked about whoever was once one person with them.
     */
    public Map<String, Long> reached(Collection<Long> records) {
        return hub.read(() -> typed.besides(records, traces(records)));
    }

    /**
     * Erases these records but those that legal holds keep, within the transaction of whoever decides.
     *
     * @param decision the decision that was approved
     * @return what was erased and what was not
     */
    public ErasurePlan erase(Collection<Long> records, long decision) {
        Phase now = blanking.holdIngest();
        return erase(records, decision, now);
    }

    private ErasurePlan erase(Collection<Long> records, @Nullable Long decision, Phase now) {
        list.renew();
        holds.hold();
        Map<MasterId, List<PersonRecord>> people = peopleOf(records);
        Set<Long> fellows = fellowsOf(records);
        Set<String> forms = formsOf(people, records);
        Former former = Former.of(hub, records);
        Traces traces = Traces.of(form -> isTrace(form, forms, former) || (decision == null && list.isTrace(form)));
        // what comes back with a backup was erased in spite of the holds that the backup tells of
        List<LegalHold> holding = decision == null ? List.of() : holds.holding(fellows);
        ErasurePlan plan = plans.of(records, fellows, holding, traces);
        Set<SourceRecordKey> gone = new LinkedHashSet<>(plan.people());
        gone.addAll(plan.others());
        long erasure = insert(decision, plan);
        list.add(gone, erasure, owners(people, plan));
        List<Long> ids = plan.people().stream().map(SourceRecordId::of).toList();
        fellows.removeAll(new HashSet<>(ids));
        int forgotten = 0;
        if (fellows.isEmpty()) {
            list.addTraces(forms);
            Set<Long> whole = new LinkedHashSet<>(ids);
            whole.addAll(former.erased());
            Set<Long> held = plans.heldFellows(whole);
            holds.forgetReasons(whole, held);
            typed.erase(whole, held, people.keySet(), traces);
            Set<MasterId> ever = new HashSet<>(people.keySet());
            ever.addAll(former.masters());
            forgotten = terms.forget(traces::isIn, ever, new HeldThen(hub, held), "erasure " + erasure);
        } else {
            // of whom something stays, what was decided, asked and typed about them stays; it is found by these when
            // the rest goes
            fellows.forEach(record -> list.addTraces(
                    forms.stream().map(form -> Traces.beside(record, form)).toList()));
            list.spare(plans.spared(ids, fellows));
            holds.keepReasons(ids);
            typed.keep(ids);
        }
        blanking.blank(gone, now); // destroys the keys: what is to be read of what they sealed was read by now
        blankWaiting(erasure, now);
        queue.add(ids, Task.RESOLVE);
        queue.addPeopleOfSameCases(ids);
        StandingExports.giveUp(hub); // last: nobody asks for a file meanwhile
        if (fellows.isEmpty()) {
            typed.forgetPurposes(traces);
        }
        LOG.info(
                "Erasure {}: {} records of the person, {} of what was recorded about them, terms of {} entries of the trail.",
                erasure,
                plan.people().size(),
                plan.others().size(),
                forgotten);
        return plan;
    }

    /**
     * Lifts a legal hold. Frozen evidence of questions about people who were erased, which stayed only since it was asked about somebody
     * whom a hold kept as well, goes now; words do not, for they are about who stands too.
     *
     * @return the hold as it is; empty if there is none, or it was lifted before
     */
    public Optional<LegalHold> lift(long hold, String by, String reason) {
        return hub.write(() -> {
            holds.hold();
            Optional<LegalHold> lifted = holds.lift(hold, by, reason);
            lifted.map(LegalHold::records)
                    .map(this::fellowsOf)
                    .map(plans::erasedFellows)
                    .ifPresent(erased -> typed.forgetShown(erased, plans.heldFellows(erased)));
            return lifted;
        });
    }

    private Traces traces(Collection<Long> records) {
        list.renew();
        Set<String> forms = formsOf(peopleOf(records), records);
        Former former = Former.of(hub, records);
        return Traces.of(form -> isTrace(form, forms, former));
    }

    /** Whether a form is of somebody, also of what went of them before. */
    private boolean isTrace(String form, Set<String> forms, Former former) {
        return forms.contains(form)
                || former.halved().stream().anyMatch(record -> list.isTrace(Traces.beside(record, form)));
    }

    /** These records, and all that are one person with one of them. */
    private Set<Long> fellowsOf(Collection<Long> records) {
        Set<Long> fellows = new LinkedHashSet<>(records);
        fellows.addAll(hub.sql()
                .sql("""
                        SELECT record_id FROM link
                         WHERE master_id IN (SELECT master_id FROM link WHERE record_id = ANY (?))
                        """)
                .param(records.toArray(Long[]::new))
                .query(Long.class)
                .list());
        return fellows;
    }

    /** Rows that could not be understood yet, and so are joined with nobody; one leads to the next. */
    private void blankWaiting(long erasure, Phase now) {
        List<SourceRecordKey> waiting = blanking.waiting();
        while (!waiting.isEmpty()) {
            list.add(waiting, erasure, Map.of());
            blanking.blank(waiting, now);
            waiting = blanking.waiting();
        }
    }

    /**
     * Erases again what came back with a backup of the hub: what the list outside names and the hub does not know to be erased. Before
     * anything is taken in, resolved or served.
     *
     * @return how many records
     */
    public int again() {
        List<SourceRecordKey> back = list.returned();
        if (back.isEmpty()) {
            return 0;
        }
        hub.write(() -> {
            Phase now = blanking.holdIngest();
            List<Long> people = back.stream()
                    .filter(key -> PersonTables.contains(key.table()))
                    .map(SourceRecordId::of)
                    .toList();
            List<Long> parts = partsOf(people);
            erase(people.stream().filter(record -> !parts.contains(record)).toList(), null, now);
            if (!parts.isEmpty()) {
                erase(parts, null, now);
            }
            list.add(back, null, Map.of());
            blanking.blank(back, now);
        });
        LOG.warn("{} erased records had come back with the hub and were erased again.", back.size());
        return back.size();
    }

    /** Those of these records that are one person with another. */
    private List<Long> partsOf(Collection<Long> records) {
        return hub.sql()
                .sql("""
                        SELECT record_id FROM link
                         WHERE record_id = ANY (:records)
                           AND EXISTS (SELECT FROM link AS fellow WHERE fellow.master_id = link.master_id
                                        AND fellow.record_id <> ALL (:records))
                        """)
                .param("records", records.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** An erasure whose people are out of the crosswalk and the outbox, but perhaps not of the search server's disk. */
    public record Unfinished(long id, Instant erasedAt) {}

    /** Those, the oldest first. */
    public List<Unfinished> unfinished() {
        return hub.sql()
                .sql("""
                        SELECT erasure_id, erased_at FROM erasure
                         WHERE index_emptied_at IS NULL
                           AND NOT EXISTS (SELECT FROM erased_record JOIN link USING (record_id)
                                            WHERE erased_record.erasure_id = erasure.erasure_id)
                           AND NOT EXISTS (SELECT FROM outbox JOIN erased_record USING (master_id)
                                            WHERE erased_record.erasure_id = erasure.erasure_id)
                         ORDER BY erasure_id
                        """)
                .query((row, number) -> new Unfinished(row.getLong("erasure_id"), Columns.instant(row, "erased_at")))
                .list();
    }

    /** The search server's disk holds nothing of whom these erased. */
    public void finished(Collection<Unfinished> erasures) {
        hub.sql()
                .sql("UPDATE erasure SET index_emptied_at = ? WHERE erasure_id = ANY (?)")
                .params(
                        Columns.parameter(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        erasures.stream().map(Unfinished::id).toArray(Long[]::new))
                .update();
    }

    private long insert(@Nullable Long decision, ErasurePlan plan) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return hub.sql()
                .sql("""
                        INSERT INTO erasure (decision_id, erased_at, people_records, other_records)
                        VALUES (:decision::bigint, :now, :people, :others) RETURNING erasure_id
                        """)
                .param("decision", decision)
                .param("now", Columns.parameter(now))
                .param("people", plan.people().size())
                .param("others", plan.others().size())
                .query(Long.class)
                .single();
    }

    /** The people of these records, as they stand. */
    private Map<MasterId, List<PersonRecord>> peopleOf(Collection<Long> records) {
        List<MasterId> masters = hub.sql()
                .sql("SELECT DISTINCT master_id FROM link WHERE record_id = ANY (?)")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> Columns.masterId(row, "master_id"))
                .list();
        Map<MasterId, List<PersonRecord>> people = new HashMap<>();
        for (PersonFile file : masterRecords.load(masters).values()) {
            people.put(
                    file.master().id(),
                    file.master().members().stream().map(Member::person).toList());
        }
        return people;
    }

    private Set<String> formsOf(Map<MasterId, List<PersonRecord>> people, Collection<Long> records) {
        List<PersonRecord> all = new ArrayList<>();
        people.values().forEach(all::addAll);
        return Traces.formsOf(all, CaseNumbers.about(hub, records));
    }

    private static Map<SourceRecordKey, MasterId> owners(Map<MasterId, List<PersonRecord>> people, ErasurePlan plan) {
        Map<SourceRecordKey, MasterId> owners = new HashMap<>();
        people.forEach((master, records) -> records.stream()
                .map(PersonRecord::key)
                .filter(plan.people()::contains)
                .forEach(key -> owners.put(key, master)));
        return owners;
    }
}

package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.HOTLINE;
import static org.unifiedhotline.masterrecords.Changes.SWITCHBOARD;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.read;
import static org.unifiedhotline.masterrecords.Changes.truncated;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkChange;
import org.unifiedhotline.masterrecords.crosswalk.CrosswalkLookup;
import org.unifiedhotline.masterrecords.outbox.OutboxEntry;
import org.unifiedhotline.masterrecords.outbox.OutboxEntry.Kind;
import org.unifiedhotline.masterrecords.pipeline.BulkProgress;
import org.unifiedhotline.masterrecords.records.LinkKind;
import org.unifiedhotline.masterrecords.records.MasterChange;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.records.MasterRecord;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;
import org.unifiedhotline.matching.MatchEngine;
import org.unifiedhotline.matching.Population;

class ResolverIT {
    private static final Object[] HOA = {"name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678"};
    private static final Object[] NAM = {"name", "Trần Văn Nam", "year", 1980L, "phone", "+84987654321"};

    private Hub hub = Hub.running("resolver");

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("records of one person in both systems share a master record, others have their own")
    void linksAcrossSystems() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("victim", 5, 20, HOA), inserted("nguoi_goi", 9, 21, NAM));
        hub.resolve();

        assertThat(hub.masterOf("tre_em", 1)).isEqualTo(hub.masterOf("victim", 5));
        assertThat(hub.masterOf("nguoi_goi", 9)).isNotEqualTo(hub.masterOf("tre_em", 1));
        assertThat(hub.entries().stream().map(entry -> entry.linkKind()).toList())
                .containsExactly(LinkKind.AUTOMATIC, LinkKind.SINGLE, LinkKind.AUTOMATIC);
    }

    @Test
    @DisplayName("the crosswalk holds exactly the live rows of the four tables, in byte order of their ids")
    void crosswalkOrder() {
        hub.take(
                inserted("nguoi_goi", 10, 20, NAM),
                inserted("nguoi_goi", 9, 21, "name", "!"),
                inserted("cuoc_goi", 1, 22, "caller", 9L),
                inserted("tre_em", 2, 23, HOA),
                inserted("caller", 7, 20, "name", null));
        hub.take(deleted("tre_em", 2, 30));
        hub.resolve();

        assertThat(hub.entries().stream().map(entry -> entry.key().toString()).toList())
                .containsExactly("hotline/caller/7", "switchboard/nguoi_goi/10", "switchboard/nguoi_goi/9");
    }

    @Test
    @DisplayName(
            "a merged-away id redirects to the one that stands, with history on both sides; one change each is published")
    void mergeRedirects() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        MasterId older = hub.masterOf("tre_em", 1);
        hub.take(inserted("victim", 5, 20, "name", "Y Ban"));
        hub.resolve();
        MasterId younger = hub.masterOf("victim", 5);
        hub.publish();

        hub.take(updated("victim", 5, 30, HOA));
        hub.resolve();

        assertThat(hub.masterOf("victim", 5)).isEqualTo(older).isEqualTo(hub.masterOf("tre_em", 1));
        assertThat(hub.masters.find(younger)).isEqualTo(new MasterLookup.MergedInto(older));
        assertThat(hub.masters.history(younger).getLast().kind()).isEqualTo(MasterChange.Kind.MERGED_AWAY);
        assertThat(hub.masters.history(older).getLast().members()).containsExactly(key("victim", 5), key("tre_em", 1));
        List<OutboxEntry> published = hub.publish();
        assertThat(published).extracting(OutboxEntry::masterId).containsExactlyInAnyOrder(older, younger);
        assertThat(published)
                .filteredOn(entry -> entry.masterId().equals(younger))
                .extracting(OutboxEntry::kind)
                .containsExactly(Kind.REMOVED);
        assertThat(hub.publish()).isEmpty();
    }

    @Test
    @DisplayName("a record that leaves takes its values with it and gets an id of its own, split off from the former")
    void splitRebuilds() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("victim", 5, 20, HOA));
        hub.resolve();
        MasterId id = hub.masterOf("tre_em", 1);

        hub.take(updated("tre_em", 1, 30, NAM));
        hub.resolve();

        MasterId stays = hub.masterOf("victim", 5);
        MasterId left = hub.masterOf("tre_em", 1);
        assertThat(List.of(stays, left)).contains(id).doesNotHaveDuplicates();
        MasterId fresh = stays.equals(id) ? left : stays;
        assertThat(hub.masters.history(fresh).getFirst().kind()).isEqualTo(MasterChange.Kind.SPLIT_OFF);
        assertThat(hub.masters.history(fresh).getFirst().other()).isEqualTo(id);
        MasterRecord victim = found(stays);
        assertThat(victim.name().value().display()).isEqualTo("Lê Thị Hoa");
        assertThat(victim.otherNames()).isEmpty();
        assertThat(victim.telephones()).hasSize(1);
    }

    @Test
    @DisplayName("an id whose last record was deleted is gone, and the crosswalk keeps the tombstone")
    void emptied() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        MasterId id = hub.masterOf("tre_em", 1);
        hub.publish();
        hub.take(deleted("tre_em", 1, 30));
        hub.resolve();

        assertThat(hub.masters.find(id)).isEqualTo(new MasterLookup.Gone());
        assertThat(hub.crosswalk.find(key("tre_em", 1)))
                .isInstanceOfSatisfying(
                        CrosswalkLookup.Deleted.class,
                        gone -> assertThat(gone.formerMasterId()).isEqualTo(id));
        assertThat(hub.crosswalk.find(key("tre_em", 2))).isEqualTo(new CrosswalkLookup.NeverCaptured());
        assertThat(hub.publish()).extracting(OutboxEntry::kind).containsExactly(Kind.REMOVED);
        assertThat(hub.crosswalk.changesSince(0, Set.of(SWITCHBOARD), 10))
                .extracting(CrosswalkChange::masterId)
                .containsExactly(id, null);
    }

    @Test
    @DisplayName("a call, a case, a referral and a return renew the files of whom they name and stand in them")
    void relatedRecords() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("nguoi_goi", 9, 21, NAM), inserted("victim", 3, 20, NAM));
        hub.resolve();
        hub.publish();

        hub.take(
                inserted("ca_can_thiep", 4, 30, "subject", 1L, "reporter", 9L, "relation", "NEIGHBOUR"),
                inserted("cuoc_goi", 8, 31, "caller", 9L, "case", 4L),
                inserted("chuyen_tuyen", 6, 32, "case", 4L),
                inserted("return_record", 2, 33, "victim", 3L));
        hub.resolve();

        var child = file("tre_em", 1);
        assertThat(child.cases()).extracting(file -> file.key().localId()).containsExactly("4");
        assertThat(child.contacts())
                .extracting(contact -> contact.key().localId())
                .containsExactly("8");
        assertThat(child.referrals()).hasSize(1);
        assertThat(file("nguoi_goi", 9).contacts()).hasSize(1);
        assertThat(file("victim", 3).returns()).hasSize(1);
        assertThat(hub.publish())
                .extracting(OutboxEntry::masterId)
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(hub.links().values()));

        hub.take(truncated("chuyen_tuyen", 40));
        hub.resolve();
        assertThat(file("tre_em", 1).referrals()).isEmpty();
        assertThat(hub.publish()).isNotEmpty();
    }

    @Test
    @DisplayName("a reporter who is the child's neighbour is never the child, a child who calls for itself is")
    void relationsAreEvidence() {
        hub.take(
                inserted("tre_em", 1, 20, HOA),
                inserted("nguoi_goi", 9, 21, HOA),
                inserted("ca_can_thiep", 4, 22, "subject", 1L, "reporter", 9L, "relation", "NEIGHBOUR"));
        hub.resolve();
        assertThat(hub.masterOf("tre_em", 1)).isNotEqualTo(hub.masterOf("nguoi_goi", 9));

        hub.take(updated("ca_can_thiep", 4, 30, "subject", 1L, "reporter", 9L, "relation", "SELF"));
        hub.resolve();
        assertThat(hub.masterOf("tre_em", 1)).isEqualTo(hub.masterOf("nguoi_goi", 9));
    }

    @Test
    @DisplayName("stewards' assertions outrank weights, mark their links, and stand after updates")
    void assertionsOutrank() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("victim", 5, 20, NAM), inserted("tre_em", 2, 21, HOA));
        say("tre_em", 1, "victim", 5, "SAME_PERSON");
        say("tre_em", 1, "tre_em", 2, "DIFFERENT_PEOPLE");
        hub.resolve();
        assertThat(hub.masterOf("tre_em", 1))
                .isEqualTo(hub.masterOf("victim", 5))
                .isNotEqualTo(hub.masterOf("tre_em", 2));
        assertThat(hub.entries())
                .filteredOn(entry -> entry.linkKind() == LinkKind.ASSERTED)
                .hasSize(2);

        hub.take(updated("victim", 5, 30, "name", "Y Ban"), updated("tre_em", 2, 31, HOA));
        hub.resolve();
        assertThat(hub.masterOf("tre_em", 1))
                .isEqualTo(hub.masterOf("victim", 5))
                .isNotEqualTo(hub.masterOf("tre_em", 2));
    }

    @Test
    @DisplayName(
            "the first load lands unresolved, is resolved at once when both snapshots are complete, then the stream goes on")
    void firstLoad() {
        hub.close();
        hub = Hub.loading("resolver_first", Duration.ofHours(1));
        long switchboard = hub.ingest.beginSnapshot(SWITCHBOARD);
        hub.take(read("tre_em", 1, switchboard, HOA), read("nguoi_goi", 9, switchboard, NAM));
        hub.resolve();
        assertThat(hub.entries()).isEmpty();
        hub.ingest.completeSnapshot(SWITCHBOARD, switchboard);
        hub.resolve();
        assertThat(hub.entries()).isEmpty();
        long hotline = hub.ingest.beginSnapshot(HOTLINE);
        hub.take(read("victim", 5, hotline, HOA));
        hub.ingest.completeSnapshot(HOTLINE, hotline);
        hub.resolve();

        Map<String, MasterId> links = hub.links();
        assertThat(links).hasSize(3);
        assertThat(hub.masterOf("tre_em", 1)).isEqualTo(hub.masterOf("victim", 5));
        assertThat(hub.publish()).hasSize(2);

        hub.take(updated("nguoi_goi", 9, 300, HOA));
        hub.resolve();
        assertThat(hub.masterOf("nguoi_goi", 9)).isEqualTo(hub.masterOf("tre_em", 1));
    }

    @Test
    @DisplayName("everybody at once: each stage is told as it begins, and nothing when it is over")
    void progressOfEverybody() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("victim", 5, 20, HOA));
        Set<BulkProgress.Stage> told = EnumSet.noneOf(BulkProgress.Stage.class);
        BulkProgress progress = new BulkProgress(Clock.systemUTC()) {
            @Override
            public void at(Stage stage, long done, long total) {
                super.at(stage, done, total);
                told.add(now().orElseThrow().stage());
            }
        };

        int resolved = hub.database
                .database()
                .write(() -> new BulkResolution(hub.database.database(), progress)
                        .resolve(MatchEngine.forBulk(Hub.model(), new Population(1_024)), Set.of(), 2));

        assertThat(resolved).isEqualTo(2);
        assertThat(told).containsExactly(BulkProgress.Stage.values());
        assertThat(progress.now()).isEmpty();
    }

    @Test
    @DisplayName("the first load does not wait for ever for a source that is away")
    void firstLoadWithoutOneSource() {
        hub.close();
        hub = Hub.loading("resolver_alone", Duration.ZERO);
        long life = hub.ingest.beginSnapshot(SWITCHBOARD);
        hub.take(read("tre_em", 1, life, HOA));
        hub.ingest.completeSnapshot(SWITCHBOARD, life);
        hub.resolve();
        assertThat(hub.links()).hasSize(1);

        long late = hub.ingest.beginSnapshot(HOTLINE);
        hub.take(read("victim", 5, late, HOA));
        hub.ingest.completeSnapshot(HOTLINE, late);
        hub.resolve();
        assertThat(hub.masterOf("victim", 5)).isEqualTo(hub.masterOf("tre_em", 1));
    }

    @Test
    @DisplayName(
            "what was taken in and not resolved when the service died is resolved by the next one; ids published stay")
    void crashBetweenIngestAndResolution() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        MasterId id = hub.masterOf("tre_em", 1);
        hub.take(inserted("victim", 5, 20, HOA));

        Hub next = hub.another(Hub.model());
        next.resolve();

        assertThat(next.masterOf("victim", 5)).isEqualTo(id);
    }

    @Test
    @DisplayName("two instances resolve in turns without harm")
    void twoInstances() {
        Hub other = hub.another(Hub.model());
        for (int round = 0; round < 6; round++) {
            hub.take(inserted("tre_em", round, 100 + round, HOA), inserted("victim", round, 100 + round, NAM));
            (round % 2 == 0 ? hub : other).resolve();
            hub.take(updated("tre_em", 0, 200 + round, round % 2 == 0 ? NAM : HOA));
            (round % 2 == 0 ? other : hub).resolve();
        }
        assertThat(Set.copyOf(hub.links().values())).hasSize(2);
    }

    @Test
    @DisplayName(
            "a population that crosses a step is weighed again behind the changes, and ends as if resolved at once")
    void populationCrossesAStep() {
        takePeople(0, 1_020);
        hub.resolve();
        List<Map<String, Object>> before = edges(hub);
        takePeople(1_020, 1_040);
        hub.resolver.resolveNext(); // these people
        hub.resolver.resolveNext(); // the step, and the first portion
        assertThat(count("SELECT count(*) FROM resolution_queue")).isBetween(900L, 1_035L);

        hub.take(inserted("victim", 5, 20, HOA));
        hub.resolver.resolveNext();
        assertThat(hub.masterOf("victim", 5)).isNotNull();
        assertThat(count("SELECT count(*) FROM resolution_queue")).isGreaterThan(800L);

        hub.resolve();
        assertThat(count("SELECT population FROM resolution_state")).isEqualTo(2_048L);
        List<Map<String, Object>> littleByLittle = edges(hub);
        assertThat(littleByLittle).isNotEmpty().doesNotContainAnyElementsOf(before);
        hub.database
                .database()
                .sql()
                .sql("UPDATE resolution_state SET model = 'another'")
                .update();
        hub.resolve();
        assertThat(edges(hub)).isEqualTo(littleByLittle);
    }

    private void takePeople(int from, int to) {
        SourceChange[] people = IntStream.range(from, to)
                .mapToObj(at -> inserted(
                        "nguoi_goi",
                        at,
                        100 + at,
                        "name",
                        List.of("Trần Văn Nam", "Lê Thị Hoa", "Phạm Văn Minh", "Y Ban")
                                .get(at % 4),
                        "year",
                        1900L + at / 8))
                .toArray(SourceChange[]::new);
        hub.take(people);
    }

    private static List<Map<String, Object>> edges(Hub hub) {
        return hub.database.rows("SELECT record_a, record_b, bits FROM edge ORDER BY 1, 2");
    }

    private Long count(String sql) {
        return hub.database.one(Long.class, sql);
    }

    @Test
    @DisplayName("another model resolves everybody anew and keeps the ids of those who stay together")
    void anotherModel() {
        hub.take(inserted("tre_em", 1, 20, HOA), inserted("victim", 5, 20, HOA), inserted("nguoi_goi", 9, 21, NAM));
        hub.resolve();
        Map<String, MasterId> before = hub.links();
        hub.publish();

        Hub next = hub.another(PropertyIT.withCommonAbove(Hub.model(), 7));
        next.resolve();

        assertThat(next.links()).isEqualTo(before);
        assertThat(next.publish()).isEmpty();
        assertThat(hub.database.one(String.class, "SELECT model FROM resolution_state"))
                .isEqualTo(PropertyIT.withCommonAbove(Hub.model(), 7).version());
    }

    private void say(String tableA, Object a, String tableB, Object b, String verdict) {
        long one = SourceRecordId.of(key(tableA, a));
        long other = SourceRecordId.of(key(tableB, b));
        hub.database
                .database()
                .sql()
                .sql("""
                        WITH said AS (
                          INSERT INTO decision (kind, state, author, reason, decided_at, model, risks, same_pairs,
                                                different_pairs)
                          VALUES ('MERGE', 'IN_FORCE', 's', '', now(), 'm', '{}', '{}', '{}') RETURNING decision_id)
                        INSERT INTO assertion (record_a, record_b, verdict, decision_id)
                        SELECT ?, ?, ?, decision_id FROM said
                        """)
                .params(Math.min(one, other), Math.max(one, other), verdict)
                .update();
    }

    private MasterRecord found(MasterId id) {
        return ((MasterLookup.Found) hub.masters.find(id)).file().master();
    }

    private org.unifiedhotline.masterrecords.records.PersonFile file(String table, Object id) {
        MasterId master = hub.masterOf(table, id);
        return hub.masters.load(List.of(master)).get(master);
    }
}

package org.unifiedhotline.masterrecords.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.read;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Changes;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.TestMapping;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

@DisplayName("A master record as it was")
class TimeTravelIT {
    private static final Object[] HOA = {"name", "Lê Thị Hoa", "year", 2009L, "phone", "+84912345678"};
    private static final Object[] NAM = {"name", "Trần Văn Nam", "year", 1980L, "phone", "+84987654321"};

    private final Hub hub = Hub.running("time_travel");
    private final TimeTravel travel = new TimeTravel(
            hub.database.database(),
            new TestMapping(),
            SurvivorshipReader.read(Hub.resource("config/survivorship.yaml")));

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("has the members and values of the time, before and after every change")
    void membersAndValues() {
        Instant before = now();
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        MasterId id = hub.masterOf("tre_em", 1);
        Instant alone = now();
        hub.take(inserted("victim", 5, 20, HOA));
        hub.resolve();
        Instant together = now();
        hub.take(updated("victim", 5, 30, "name", "Lê Thị Hoa", "year", 2008L, "phone", "+84912345678"));
        hub.resolve();
        Instant corrected = now();
        hub.take(deleted("tre_em", 1, 40));
        hub.resolve();
        Instant left = now();

        assertThat(travel.at(id, before)).isEqualTo(new MasterAt.NotYet());
        assertThat(was(id, alone).members()).extracting(Member::key).containsExactly(key("tre_em", 1));
        assertThat(was(id, together).members())
                .extracting(Member::key)
                .containsExactly(key("victim", 5), key("tre_em", 1));
        assertThat(was(id, together).birth().value().year()).isEqualTo(2009);
        MasterId standing = hub.masterOf("victim", 5);
        assertThat(was(standing, left).members()).extracting(Member::key).containsExactly(key("victim", 5));
        assertThat(was(standing, left).birth().value().year()).isEqualTo(2008);
        assertThat(was(hub.masters.history(standing).getFirst().id(), corrected))
                .isNotNull();
    }

    @Test
    @DisplayName("tells the state that only a snapshot told after it was overwritten")
    void snapshotState() {
        long life = hub.ingest.beginSnapshot(Changes.SWITCHBOARD);
        hub.take(read("tre_em", 1, life, HOA));
        hub.ingest.completeSnapshot(Changes.SWITCHBOARD, life);
        hub.resolve();
        MasterId id = hub.masterOf("tre_em", 1);
        Instant first = now();
        hub.take(updated("tre_em", 1, 200, NAM));
        hub.resolve();

        assertThat(was(id, first).name().value().display()).isEqualTo("Lê Thị Hoa");
        assertThat(was(id, now()).name().value().display()).isEqualTo("Trần Văn Nam");
    }

    @Test
    @DisplayName("redirects while it was merged, and stands again once that was undone; pins held only while they did")
    void mergesAndPins() {
        hub.take(inserted("tre_em", 1, 20, HOA));
        hub.resolve();
        hub.take(inserted("tre_em", 2, 21, NAM));
        hub.resolve();
        MasterId hoa = hub.masterOf("tre_em", 1);
        MasterId nam = hub.masterOf("tre_em", 2);
        Word word = new Word("steward", "because");
        Instant apart = now();
        var merged = hub.stewardship.merge(hoa, nam, word);
        Instant together = now();
        String ruled = was(hoa, together).name().value().display();
        var other = key("tre_em", ruled.equals("Lê Thị Hoa") ? 2 : 1);
        hub.stewardship.pin(hoa, SurvivorshipRules.Attribute.NAME, other, word);
        Instant pinned = now();
        hub.stewardship.undo(2, word);
        Instant unpinned = now();
        hub.stewardship.undo(1, word);
        Instant again = now();

        assertThat(merged).isNotNull();
        assertThat(was(nam, apart).members()).hasSize(1);
        assertThat(travel.at(nam, together)).isEqualTo(new MasterAt.Redirected(hoa));
        assertThat(was(hoa, together).members()).hasSize(2);
        assertThat(was(hoa, pinned).name().rule()).isEqualTo("pinned");
        assertThat(was(hoa, unpinned).name().value().display()).isEqualTo(ruled);
        assertThat(was(nam, again).members()).extracting(Member::key).containsExactly(key("tre_em", 2));
        assertThat(travel.at(new MasterId(new UUID(1, 1)), again)).isEqualTo(new MasterAt.NotYet());
    }

    private MasterRecord was(MasterId id, Instant when) {
        return ((MasterAt.Was) travel.at(id, when)).master();
    }

    /** By the clock of the database, which is that of this machine; steps of it are finer than any change. */
    private Instant now() {
        return hub.database
                .one(OffsetDateTime.class, "SELECT clock_timestamp()")
                .toInstant();
    }
}

package org.unifiedhotline.masterrecords.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.desk.ExportJob;
import org.unifiedhotline.masterrecords.desk.ExportJobs;
import org.unifiedhotline.masterrecords.desk.RecentPeople;
import org.unifiedhotline.masterrecords.desk.SavedSearches;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.rights.LegalHolds;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

@DisplayName("What has been kept long enough")
class RetentionIT {
    private static final String SOMEBODY = "00000000-0000-4000-8000-00000000000a";

    private final Hub hub = Hub.running("retention");
    private final RetentionRules rules = RetentionRules.read(Hub.resource("config/retention.yaml"));

    @AfterEach
    void end() {
        hub.close();
    }

    private Retention in(Duration later) {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new Retention(hub.database.database(), rules, clock, told::putAll);
    }

    private final Map<String, String> told = new TreeMap<>();

    @Test
    @DisplayName(
            "is told first, changing nothing, and then goes once a day; what is younger, and what a legal hold keeps, stays")
    void goes() {
        hub.take(inserted("tre_em", 1, 20, "name", "Lê Thị Hoa"), inserted("tre_em", 2, 20, "name", "Trần Văn Nam"));
        hub.take(updated("tre_em", 1, 30, "name", "Lê Thị Hòa"), updated("tre_em", 2, 30, "name", "Trần Văn Năm"));
        new RecentPeople(hub.database.database()).opened("officer", MasterId.of(SOMEBODY));
        new LegalHolds(hub.database.database(), Clock.systemUTC())
                .set(List.of(SourceRecordId.of(key("tre_em", 2))), "supervisor", "trial");

        assertThat(in(Duration.ofDays(30)).due().values()).allMatch(number -> number == 0);
        Retention afterTwelveYears = in(Duration.ofDays(12 * 366));
        assertThat(afterTwelveYears.due())
                .containsEntry(RetentionClass.RECENT_PEOPLE, 1L)
                .containsEntry(RetentionClass.ROW_HISTORY, 2L);
        assertThat(rows("recent_person")).isEqualTo(1);

        assertThat(afterTwelveYears.apply()).containsEntry(RetentionClass.ROW_HISTORY, 2L);
        assertThat(rows("recent_person")).isZero();
        assertThat(rows("source_change")).as("of the record that is held").isEqualTo(2);
        assertThat(hub.masterOf("tre_em", 1)).isNull();
        hub.resolve();
        assertThat(hub.masterOf("tre_em", 1)).as("the latest state stays").isNotNull();
        assertThat(afterTwelveYears.applyIfDue()).as("today it was done").isZero();
    }

    @Test
    @DisplayName("cannot be read any more where somebody typed it, also from a backup of before")
    void words() {
        HubDatabase database = hub.database.database();
        new SavedSearches(database).keep("officer", "Lê Thị Hoa", Map.of("q", List.of("hoa")));
        new ExportJobs(database).add("officer", ExportJob.Format.CSV, "for Lê Thị Hoa", 10);
        database.sql()
                .sql("UPDATE export_job SET state = 'EXPIRED', ended_at = clock_timestamp()")
                .update();
        List<Sealed> before = new ArrayList<>();
        database.sql()
                .sql("SELECT saved_search_id, name, parameters FROM saved_search")
                .query(row -> {
                    before.add(new Sealed(Place.of("saved_search.name", row.getLong(1)), row.getBytes(2)));
                    before.add(new Sealed(Place.of("saved_search.parameters", row.getLong(1)), row.getBytes(3)));
                });
        database.sql().sql("SELECT export_id, purpose FROM export_job").query(row -> {
            UUID id = row.getObject(1, UUID.class);
            before.add(new Sealed(
                    Place.of("export_job.purpose", id.getMostSignificantBits(), id.getLeastSignificantBits()),
                    row.getBytes(2)));
        });
        assertThat(new SealedTexts(database).open(before)).hasSize(3).allMatch(Optional::isPresent);
        assertThat(in(Duration.ofDays(12 * 366)).apply())
                .containsEntry(RetentionClass.SAVED_SEARCHES, 1L)
                .containsEntry(RetentionClass.EXPORTS, 1L);
        assertThat(new SealedTexts(database).open(before)).allMatch(Optional::isEmpty);
    }

    private long rows(String table) {
        return hub.database.one(Long.class, "SELECT count(*) FROM " + table);
    }
}

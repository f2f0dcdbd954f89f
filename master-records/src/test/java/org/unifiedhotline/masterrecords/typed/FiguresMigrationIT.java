package org.unifiedhotline.masterrecords.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.canonical.AgencyRecord.AgencyKind;
import org.unifiedhotline.mappings.canonical.CanonicalRecord;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.QualityReviewRecord;
import org.unifiedhotline.mappings.canonical.ReferralRecord;
import org.unifiedhotline.mappings.canonical.SiteStatusRecord;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

@DisplayName("A hub that stood before there were figures")
class FiguresMigrationIT {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private static JdbcClient sql;

    @BeforeAll
    static void migrate() {
        PostgresServer server = TestServers.hub();
        DriverManagerDataSource database = new DriverManagerDataSource(
                server.jdbcUrl(server.createDatabase("figures_migration")),
                PostgresServer.SUPERUSER,
                PostgresServer.SUPERUSER);
        sql = JdbcClient.create(database);
        flyway(database, "9").migrate();
        codes().forEach(code -> {
            referral("b" + code, code, BEFORE);
            referral("s" + code, code, SINCE);
        });
        codes().forEach(code -> agency(code, Places.standard().provinceName(Era.BEFORE, code)));
        review();
        status();
        flyway(database, "latest").migrate();
    }

    @Test
    @DisplayName("tells today's province of each referral by its code and day, as the service does")
    void provincesOfReferrals() {
        SoftAssertions softly = new SoftAssertions();
        for (String code : codes()) {
            softly.assertThat(provinceOf("referral", "chuyen_tuyen", "b" + code))
                    .as("%s before the reform", code)
                    .isEqualTo(ProvinceOfToday.coded(code, BEFORE));
            softly.assertThat(provinceOf("referral", "chuyen_tuyen", "s" + code))
                    .as("%s since the reform", code)
                    .isEqualTo(ProvinceOfToday.coded(code, SINCE));
        }
        softly.assertAll();
        assertThat(provinceOf("referral", "chuyen_tuyen", "b91"))
                .as("Kiên Giang")
                .isEqualTo("91");
        assertThat(provinceOf("referral", "chuyen_tuyen", "b15")).as("Yên Bái").isEqualTo("15");
        assertThat(provinceOf("referral", "chuyen_tuyen", "b10")).as("Lào Cai").isEqualTo("15");
        assertThat(provinceOf("referral", "chuyen_tuyen", "s10"))
                .as("no code any more")
                .isNull();
    }

    @Test
    @DisplayName("tells today's province of each agency by the name it had")
    void provincesOfAgencies() {
        SoftAssertions softly = new SoftAssertions();
        for (String code : codes()) {
            String name = Places.standard().provinceName(Era.BEFORE, code);
            if (name != null) {
                softly.assertThat(provinceOf("agency", "agency", code))
                        .as(name)
                        .isEqualTo(ProvinceOfToday.named(name))
                        .isEqualTo(Places.standard().provinceSince(code));
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("takes names of agencies, criteria and details from the rows as they were understood")
    void fromCanonicalRows() {
        assertThat(text("SELECT agency_name_clear FROM referral WHERE record_id = ?", "chuyen_tuyen", "b10"))
                .isEqualTo("Công an huyện");
        assertThat(text("SELECT criteria ->> 'lang_nghe' FROM quality_review WHERE record_id = ?", "qms_danh_gia", "1"))
                .isEqualTo("18.5");
        assertThat(text("SELECT detail FROM site_status WHERE record_id = ?", "giam_sat", "1"))
                .isEqualTo("Mất điện");
    }

    private static Flyway flyway(DriverManagerDataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static List<String> codes() {
        return IntStream.rangeClosed(1, 99).mapToObj("%02d"::formatted).toList();
    }

    private static void referral(String id, String code, LocalDate day) {
        SourceRecordKey key = key("chuyen_tuyen", id);
        source(new ReferralRecord(
                key,
                key("ca_can_thiep", "1"),
                null,
                "Công an huyện",
                AgencyKind.POLICE,
                code,
                null,
                day,
                null,
                ReferralRecord.ReferralOutcome.PENDING,
                null,
                List.of()));
        sql.sql(
                        "INSERT INTO referral (record_id, source_system, case_id, agency_kind, province_code, referred_on, outcome)"
                                + " VALUES (?, 'switchboard', 1, 'POLICE', ?, ?, 'PENDING')")
                .params(SourceRecordId.of(key), code, day)
                .update();
    }

    private static void agency(String code, String province) {
        sql.sql("INSERT INTO agency VALUES (?, 'hotline', ?, 'Cơ quan', 'POLICE', 'VN', ?, false)")
                .params(SourceRecordId.of(key("agency", code)), code, province)
                .update();
    }

    private static void review() {
        SourceRecordKey key = key("qms_danh_gia", "1");
        source(new QualityReviewRecord(
                key,
                key("cuoc_goi", "1"),
                "4",
                new BigDecimal("80.5"),
                Map.of("lang_nghe", new BigDecimal("18.5")),
                null,
                Instant.parse("2025-01-01T00:00:00Z"),
                List.of()));
        sql.sql("INSERT INTO quality_review VALUES (?, 'switchboard', 1, '4', 80.5, now())")
                .param(SourceRecordId.of(key))
                .update();
    }

    private static void status() {
        SourceRecordKey key = key("giam_sat", "1");
        source(new SiteStatusRecord(
                key,
                Centre.HANOI,
                "UPS",
                SiteStatusRecord.SiteState.DOWN,
                "Mất điện",
                Instant.parse("2025-01-01T00:00:00Z"),
                List.of()));
        sql.sql("INSERT INTO site_status VALUES (?, 'switchboard', 'HANOI', 'UPS', 'DOWN', now())")
                .param(SourceRecordId.of(key))
                .update();
    }

    private static void source(CanonicalRecord record) {
        sql.sql(
                        "INSERT INTO source_record (record_id, source_system, source_table, local_id, live, life, log_file, log_offset,"
                                + " event_row, in_history, row_hash, canonical, changed_at)"
                                + " VALUES (?, ?, ?, ?, true, 1, 0, 0, 0, true, 0, ?::jsonb, now())")
                .params(
                        SourceRecordId.of(record.key()),
                        record.key().system().code(),
                        record.key().table().name(),
                        record.key().localId(),
                        CanonicalJson.write(record))
                .update();
    }

    private static SourceRecordKey key(String table, String id) {
        return SourceRecordKey.of(table.equals("agency") ? SourceSystem.HOTLINE : SourceSystem.SWITCHBOARD, table, id);
    }

    private static String provinceOf(String table, String sourceTable, String id) {
        return text("SELECT province FROM " + table + " WHERE record_id = ?", sourceTable, id);
    }

    private static String text(String query, String table, String id) {
        return sql.sql(query)
                .param(SourceRecordId.of(key(table, id)))
                .query((row, number) -> row.getString(1))
                .list()
                .getFirst();
    }
}

package org.unifiedhotline.masterrecords.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.TestKeys;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

@DisplayName("A hub of an earlier schema")
class UpgradeIT {
    /** The first migration that finds no clear text any more: rows of after it are written by the service only. */
    private static final MigrationVersion SEALED = MigrationVersion.fromVersion("19.1");

    private static final MigrationVersion DECISIONS = MigrationVersion.fromVersion("2");
    private static final long CALLER = SourceRecordId.of(key("caller", 1));
    private static final long VICTIM = SourceRecordId.of(key("victim", 2));
    private static final String ROW = "{\"full_name\": \"Xuân Thị Quỳnh\"}";
    private static final String MASTER = "7fffffff-0000-4000-8000-000000000000";

    /** Everything of a schema that a statement could notice, a line each. */
    private static final String DESCRIPTION = """
            SELECT format('%s %s.%s', relkind, nspname, relname) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
             WHERE nspname IN ('public', 'candidate')
            UNION ALL
            SELECT format('column %s.%s.%s %s %s %s %s', nspname, relname, attname, format_type(atttypid, atttypmod),
                          CASE WHEN attnotnull THEN 'NOT NULL' END, attidentity, pg_get_expr(adbin, adrelid))
              FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
              LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
             WHERE nspname IN ('public', 'candidate') AND attnum > 0 AND NOT attisdropped
            UNION ALL
            SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid))
              FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace WHERE nspname IN ('public', 'candidate')
            UNION ALL
            SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname IN ('public', 'candidate')
            UNION ALL
            SELECT 'view ' || viewname || ' ' || definition FROM pg_views WHERE schemaname IN ('public', 'candidate')
            UNION ALL
            SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
             WHERE nspname IN ('public', 'candidate') AND prokind = 'f'
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
              JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname IN ('public', 'candidate') AND NOT tgisinternal
            ORDER BY 1
            """;

    private static List<String> fresh;

    @BeforeAll
    static void makeAFreshHub() {
        Hub hub = Hub.make("upgrade_fresh");
        hub.hub().migrate();
        fresh = hub.description();
    }

    private record Hub(DriverManagerDataSource database, Keystore keys) {
        static Hub make(String name) {
            PostgresServer server = TestServers.hub();
            return new Hub(
                    new DriverManagerDataSource(
                            server.jdbcUrl(server.createDatabase(name)),
                            PostgresServer.SUPERUSER,
                            PostgresServer.SUPERUSER),
                    TestKeys.make());
        }

        HubDatabase hub() {
            return new HubDatabase(database, keys);
        }

        JdbcClient sql() {
            return JdbcClient.create(database);
        }

        void migrateTo(MigrationVersion version) {
            flyway(version).migrate();
        }

        Flyway flyway(MigrationVersion target) {
            return Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .javaMigrations(HubDatabase.inJava(keys))
                    .target(target)
                    .load();
        }

        List<String> description() {
            return sql().sql(DESCRIPTION).query(String.class).list();
        }
    }

    /** Of all migrations, in their order. */
    static Stream<MigrationVersion> versions() {
        List<MigrationVersion> all = Arrays.stream(Hub.make("upgrade_versions")
                        .flyway(MigrationVersion.LATEST)
                        .info()
                        .all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .toList();
        assertThat(all).hasSizeGreaterThan(20).contains(SEALED, DECISIONS);
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    @DisplayName("becomes what a fresh one is, and keeps its rows and what people decided")
    void upgraded(MigrationVersion version) {
        Hub hub = Hub.make("upgrade_" + version.getVersion().replace('.', '_'));
        boolean decided = version.compareTo(DECISIONS) >= 0;
        MigrationVersion filled = version.compareTo(SEALED) < 0 ? version : last(versions(), SEALED);
        hub.migrateTo(filled);
        fill(hub.sql(), decided);
        hub.migrateTo(version);

        hub.hub().migrate();
        hub.hub().migrate();

        assertThat(hub.description()).isEqualTo(fresh);
        assertThat(new TreeSet<>(hub.sql()
                        .sql("SELECT success FROM flyway_schema_history WHERE version IS NOT NULL")
                        .query(Boolean.class)
                        .list()))
                .containsExactly(true);
        assertRowsStand(hub.hub(), decided);
    }

    private static MigrationVersion last(Stream<MigrationVersion> versions, MigrationVersion before) {
        return versions.filter(version -> version.compareTo(before) < 0)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void fill(JdbcClient sql, boolean decided) {
        for (String statement : List.of(
                "INSERT INTO source_record (record_id, source_system, source_table, local_id, live, life, log_file, log_offset,"
                        + " event_row, in_history, row_hash, raw, canonical, changed_at) VALUES (" + CALLER
                        + ", 'hotline', 'caller', '1', true, 1, 2, 3, 4, true, 5, '" + ROW
                        + "', '{\"names\": []}', now()), (" + VICTIM
                        + ", 'hotline', 'victim', '2', true, 1, 2, 3, 4, true, 5, '" + ROW
                        + "', '{\"names\": []}', now())",
                "INSERT INTO source_change (record_id, life, log_file, log_offset, event_row, kind, raw, changed_at) VALUES ("
                        + CALLER + ", 1, 2, 3, 4, 'INSERT', '" + ROW + "', now())",
                "INSERT INTO dead_letter (record_id, source_system, source_table, local_id, state, reason, raw, first_at, last_at,"
                        + " tries) VALUES (" + CALLER + ", 'hotline', 'caller', '1', 'OPEN', 'x', '" + ROW
                        + "', now(), now(), 1)",
                "INSERT INTO contact (record_id, source_system, received_at, channel, caller_id, centre, language,"
                        + " duration_seconds, outcome) VALUES (11, 'hotline', now(), 'VOICE', " + CALLER
                        + ", 'HANOI', 'vi', 60, 'ADVICE')",
                "INSERT INTO referral (record_id, source_system, case_id, province_code, referred_on, outcome) VALUES"
                        + " (12, 'switchboard', 13, '10', '2024-05-06', 'OPEN')",
                "INSERT INTO quality_review (record_id, source_system, contact_id, reviewer, score, reviewed_at) VALUES"
                        + " (14, 'hotline', 11, 'r', 87.5, now())",
                "INSERT INTO site_status (record_id, source_system, centre, component, state, observed_at) VALUES"
                        + " (15, 'hotline', 'HANOI', 'LINE', 'OK', now())",
                "INSERT INTO agency (record_id, source_system, code, name, kind, country, province_name, in_interagency_group)"
                        + " VALUES (16, 'hotline', 'a', 'Sở', 'SOCIAL', 'VN', 'Lào Cai', false)",
                "INSERT INTO master_record (master_id, version, state, created_at, changed_at) VALUES ('" + MASTER
                        + "', 2, 'STANDING', now(), now())",
                "INSERT INTO link (record_id, master_id, link_kind, source_system, source_table, local_id) VALUES ("
                        + CALLER + ", '" + MASTER + "', 'AUTOMATIC', 'hotline', 'caller', '1'), (" + VICTIM + ", '"
                        + MASTER + "', 'AUTOMATIC', 'hotline', 'victim', '2')",
                "INSERT INTO master_record_history (master_id, version, changed_at, change, members) VALUES ('" + MASTER
                        + "', 1, now(), 'CREATED', '{" + CALLER + "}'), ('" + MASTER
                        + "', 2, now(), 'MEMBERS_CHANGED', '{" + CALLER + "," + VICTIM + "}')",
                "INSERT INTO outbox (master_id, version, kind) VALUES ('" + MASTER + "', 2, 'CHANGED')")) {
            sql.sql(statement).update();
        }
        if (decided) {
            long less = Math.min(CALLER, VICTIM);
            long more = Math.max(CALLER, VICTIM);
            sql.sql(
                            "INSERT INTO decision (decision_id, kind, state, author, reason, decided_at, model, risks, same_pairs,"
                                    + " different_pairs) VALUES (7, 'SAME_PERSON', 'IN_FORCE', 'an', 'vì Quỳnh', now(), 'm', '{}', '{"
                                    + less + "," + more + "}', '{}')")
                    .update();
            sql.sql("INSERT INTO assertion (record_a, record_b, verdict, decision_id) VALUES (" + less + ", " + more
                            + ", 'SAME_PERSON', 7)")
                    .update();
        }
    }

    private static void assertRowsStand(HubDatabase hub, boolean decided) {
        assertThat(hub.keys()
                        .of(List.of(VICTIM))
                        .get(VICTIM)
                        .open(
                                SealedRows.raw(VICTIM),
                                sealed(hub, "SELECT raw FROM source_record WHERE record_id = " + VICTIM)))
                .isEqualTo(ROW);
        for (String table :
                List.of("source_change", "contact", "referral", "quality_review", "site_status", "agency")) {
            assertThat(count(hub, table)).as(table).isEqualTo(1);
        }
        assertThat(count(hub, "link WHERE master_id = '" + MASTER + "'")).isEqualTo(2);
        assertThat(count(hub, "master_record_history WHERE change_id IS NOT NULL"))
                .isEqualTo(2);
        assertThat(count(hub, "outbox")).isEqualTo(1);
        if (decided) {
            assertThat(count(hub, "assertion JOIN decision USING (decision_id) WHERE withdrawn_at IS NULL"))
                    .isEqualTo(1);
            assertThat(new SealedTexts(hub)
                            .open(Place.of("decision.reason", 7), sealed(hub, "SELECT reason FROM decision")))
                    .isEqualTo(Optional.of("vì Quỳnh"));
        }
    }

    private static long count(HubDatabase hub, String what) {
        return hub.sql().sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }

    private static byte[] sealed(HubDatabase hub, String query) {
        return hub.sql().sql(query).query(byte[].class).single();
    }
}

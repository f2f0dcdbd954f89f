package org.unifiedhotline.masterrecords.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.desk.SavedSearches;
import org.unifiedhotline.masterrecords.sourcerecords.SealedRows;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

@DisplayName("A hub of before there were keys")
class ExistingRowsIT {
    private static final long CALLER = SourceRecordId.of(key("caller", 1));
    private static final long CALL = SourceRecordId.of(key("call", 2));

    @Test
    @DisplayName(
            "is sealed in place: everything can be read with the keys, nothing without, not even in the tables' files")
    void sealed(@TempDir Path keys) {
        PostgresServer server = TestServers.hub();
        DriverManagerDataSource database = new DriverManagerDataSource(
                server.jdbcUrl(server.createDatabase("existing_rows")),
                PostgresServer.SUPERUSER,
                PostgresServer.SUPERUSER);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target("18.1")
                .load()
                .migrate();
        JdbcClient sql = JdbcClient.create(database);
        fill(sql);

        HubDatabase hub = new HubDatabase(database, Keystore.open(keys, Map.of(), true));
        hub.migrate();
        new KeystoreCheck(hub).require();

        DataKey caller = hub.keys().of(List.of(CALLER)).get(CALLER);
        assertThat(caller.open(
                        SealedRows.raw(CALLER),
                        bytes(sql, "SELECT raw FROM source_record WHERE record_id = " + CALLER)))
                .contains("Quỳnhmarked");
        assertThat(caller.open(
                        Place.of("source_change.raw", CALLER, 1, 2, 3, 4),
                        bytes(sql, "SELECT raw FROM source_change WHERE record_id = " + CALLER)))
                .contains("Quỳnhmarked");
        assertThat(caller.open(
                        SealedRows.deadLetter(CALLER),
                        bytes(sql, "SELECT raw FROM dead_letter WHERE record_id = " + CALLER)))
                .contains("Quỳnhmarked");
        assertThat(sql.sql("SELECT presented FROM contact").query(Long.class).single())
                .isEqualTo(hub.keys().hashes().of("+84911222333"));
        SealedTexts texts = new SealedTexts(hub);
        assertThat(texts.open(Place.of("decision.reason", 7), bytes(sql, "SELECT reason FROM decision")))
                .contains("vì Quỳnhmarked");
        assertThat(new SavedSearches(hub).of("an")).singleElement().satisfies(search -> {
            assertThat(search.name()).isEqualTo("Quỳnhmarked");
            assertThat(search.parameters()).isEqualTo(Map.of("q", List.of("Quỳnhmarked")));
        });
        assertThat(sql.sql("SELECT phase FROM resolution_state")
                        .query(String.class)
                        .single())
                .as("everybody is resolved again")
                .isEqualTo("RESOLVING");
        for (String table : List.of("source_record", "source_change", "dead_letter", "decision", "saved_search")) {
            assertThat(sql.sql("""
                                    SELECT position(convert_to('hmarked', 'UTF8') IN
                                             pg_read_binary_file(pg_relation_filepath('%s'))) > 0
                                    """.formatted(table)).query(Boolean.class).single())
                    .as("the file of " + table)
                    .isFalse();
        }
    }

    private static void fill(JdbcClient sql) {
        String row = "'{\"full_name\": \"Xuân Thị Quỳnhmarked\"}'";
        for (String statement : List.of(
                "INSERT INTO source_record VALUES (" + CALLER
                        + ", 'hotline', 'caller', '1', true, 1, 2, 3, 4, true, 5, " + row
                        + ", '{\"names\": []}', now())",
                "INSERT INTO source_record VALUES (" + CALL + ", 'hotline', 'call', '2', true, 1, 2, 3, 4, true, 5, "
                        + row + ", '{\"presentedNumber\": {\"numbers\": [\"+84911222333\"]}}', now())",
                "INSERT INTO source_change VALUES (" + CALLER + ", 1, 2, 3, 4, 'INSERT', " + row + ", now())",
                "INSERT INTO dead_letter (record_id, source_system, source_table, local_id, state, reason, raw, first_at, last_at,"
                        + " tries) VALUES (" + CALLER + ", 'hotline', 'caller', '1', 'OPEN', 'x', " + row
                        + ", now(), now(), 1)",
                "INSERT INTO contact (record_id, source_system, received_at, channel, caller_id, centre, language,"
                        + " duration_seconds, outcome) VALUES (" + CALL + ", 'hotline', now(), 'VOICE', " + CALLER
                        + ", 'HANOI', 'vi', 60, 'ADVICE')",
                "INSERT INTO decision (decision_id, kind, state, author, reason, decided_at, model, risks, same_pairs,"
                        + " different_pairs) VALUES (7, 'MERGE', 'IN_FORCE', 'an', 'vì Quỳnhmarked', now(), 'm', '{}', '{"
                        + Math.min(CALLER, CALL) + "," + Math.max(CALLER, CALL) + "}', '{}')",
                "INSERT INTO saved_search (owner, name, parameters) VALUES ('an', 'Quỳnhmarked', '{\"q\": [\"Quỳnhmarked\"]}')",
                "INSERT INTO match_state VALUES (" + CALLER + ", 1, '{2}', '{}')",
                "INSERT INTO blocking_key VALUES (2, " + CALLER + ")",
                "UPDATE resolution_state SET phase = 'INCREMENTAL'",
                "CHECKPOINT")) {
            sql.sql(statement).update();
        }
    }

    private static byte[] bytes(JdbcClient sql, String query) {
        return sql.sql(query).query(byte[].class).single();
    }
}

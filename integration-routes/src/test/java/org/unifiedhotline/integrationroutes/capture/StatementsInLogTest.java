package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.source.SourceTable;

@DisplayName("Of a change that the log tells as a statement")
class StatementsInLogTest {
    private static final String WARNING = "Received DML '{}' for processing";

    private final FakeLedger ledger = new FakeLedger(new Mirror());
    private final StatementsInLog statements = new StatementsInLog(SourceSystem.SWITCHBOARD);
    private final LoggerContext loggers = new LoggerContext();
    private final Logger debezium = loggers.getLogger("io.debezium.connector.binlog.BinlogStreamingChangeEventSource");

    @BeforeEach
    void listen() {
        debezium.setLevel(Level.OFF);
        loggers.addTurboFilter(statements);
    }

    private List<String> stopped() {
        return CapturedTables.of(SourceSystem.SWITCHBOARD).stream()
                .filter(table -> ledger.heldOf(SourceTable.of(SourceSystem.SWITCHBOARD, table)) > 0)
                .toList();
    }

    @Test
    @DisplayName("the captured tables that it names are to be read anew, told once, though the logger is off")
    void tables() {
        debezium.warn(WARNING, "UPDATE `switchboard`.`TRE_EM` t JOIN cuoc_goi USING (id) SET t.ho_ten = 'Hoa victim'");
        statements.tell(ledger);
        statements.tell(ledger);
        assertThat(stopped()).containsExactly("tre_em", "cuoc_goi");
        assertThat(ledger.heldOf(SourceTable.of(SourceSystem.SWITCHBOARD, "tre_em")))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("of other tables nothing is to be done, nor for what is told otherwise")
    void others() {
        debezium.warn(WARNING, "UPDATE tre_em_cu SET ho_ten = 'tre'");
        debezium.error(WARNING, "UPDATE tre_em SET id = 1");
        debezium.warn("Something else '{}'", "UPDATE tre_em SET id = 1");
        debezium.warn(null);
        loggers.getLogger("another").warn(WARNING, "UPDATE tre_em SET id = 1");
        statements.tell(ledger);
        assertThat(stopped()).isEmpty();
    }
}

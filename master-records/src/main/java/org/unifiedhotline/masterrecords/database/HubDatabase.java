package org.unifiedhotline.masterrecords.database;

import java.sql.PreparedStatement;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The hub's database: statements and transactions. Transactions are said where they begin, not by annotation. */
public final class HubDatabase {
    private static final int FETCH = 4_000;

    private final DataSource dataSource;
    private final JdbcTemplate template;
    private final JdbcClient client;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate trying;

    public HubDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.template = new JdbcTemplate(dataSource);
        this.client = JdbcClient.create(template);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.trying = new TransactionTemplate(transactions);
        this.trying.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Brings the schema up to date; harmless when it is. */
    public void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    public JdbcClient sql() {
        return client;
    }

    public JdbcTemplate template() {
        return template;
    }

    /** Reads the rows of a query a few thousand at a time, however many there are; within a transaction. */
    public void everyRow(String query, RowCallbackHandler handler) {
        template.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(query);
                    statement.setFetchSize(FETCH);
                    return statement;
                },
                handler);
    }

    /** Runs all of it in one transaction, or joins the one that runs. */
    public <T> T write(Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(status -> work.get()));
    }

    /** Runs all of it in one transaction, or joins the one that runs. */
    public void write(Runnable work) {
        writing.executeWithoutResult(status -> work.run());
    }

    /** Runs all of it in one transaction of which nothing stays; or in the one that runs, which is then rolled back. */
    public <T> T tryOut(Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    /** Runs all of it within the transaction that runs, and takes it back: of what it did nothing stays, of before all. */
    public <T> T tryWithin(Supplier<T> work) {
        return Objects.requireNonNull(trying.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    /** Reads everything as of one moment. */
    public <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }

    /** Reads everything as of one moment. */
    public void read(Runnable work) {
        reading.executeWithoutResult(status -> work.run());
    }
}

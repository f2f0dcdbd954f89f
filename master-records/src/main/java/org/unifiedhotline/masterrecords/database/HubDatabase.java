package org.unifiedhotline.masterrecords.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.unifiedhotline.masterrecords.keys.ExistingAgencies;
import org.unifiedhotline.masterrecords.keys.ExistingCodes;
import org.unifiedhotline.masterrecords.keys.ExistingRows;
import org.unifiedhotline.masterrecords.keys.ExistingTopics;
import org.unifiedhotline.masterrecords.keys.Keystore;
import org.unifiedhotline.masterrecords.keys.KeystoreException;
import org.unifiedhotline.masterrecords.keys.RecordKeys;

/**
 * The hub's database: statements and transactions, and the keys of what is sealed in it. Transactions are said where they begin, not by
 * annotation.
 */
public final class HubDatabase {
    private static final int FETCH = 4_000;

    private final DataSource dataSource;
    private final JdbcTemplate template;
    private final JdbcClient client;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate trying;
    private final TransactionTemplate apart;
    private final @Nullable RecordKeys keys;

    /** A hub of which nothing that is sealed is read or written. */
    public HubDatabase(DataSource dataSource) {
        this(dataSource, null);
    }

    public HubDatabase(DataSource dataSource, @Nullable Keystore keystore) {
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
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.keys = keystore == null ? null : new RecordKeys(this, keystore);
    }

    /**
     * The data keys of source records.
     *
     * @throws KeystoreException if this hub was opened without keys
     */
    public RecordKeys keys() {
        if (keys == null) {
            throw new KeystoreException("unified-hotline.keys.folder is not set: the hub was opened without its keys");
        }
        return keys;
    }

    /** The same hub by another way to connect, with the same keys. */
    public HubDatabase over(DataSource another) {
        return new HubDatabase(another, keys == null ? null : keys.keystore());
    }

    /** Brings the schema up to date, which needs the keys; harmless when it is. */
    public void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(inJava(keys().keystore()))
                .load()
                .migrate();
    }

    /** The migrations that need the keys. */
    static JavaMigration[] inJava(Keystore keys) {
        return new JavaMigration[] {
            new ExistingRows(keys), new ExistingAgencies(keys), new ExistingCodes(keys), new ExistingTopics(keys)
        };
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

    /** Runs all of it in a transaction of its own, whatever runs. */
    public void writeApart(Runnable work) {
        apart.executeWithoutResult(status -> work.run());
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

    /**
     * Takes a right that one instance of the service has at a time, with a session of its own until it is closed.
     *
     * @param number which right, a number of our own among the database's advisory locks
     * @param of to what
     * @return empty if another has it
     */
    public Optional<HubLock> tryLock(int number, String of) {
        try {
            return HubLock.tryTake(dataSource, number, of);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the hub gives no lock", e);
        }
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

package org.unifiedhotline.integrationroutes.capture;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.settings.Complaints;

/**
 * Where a source system's database is and how it is read.
 *
 * @param database the database's name ({@code tongdai111}, {@code pcmbn})
 * @param schema PostgreSQL: the schema of the tables; MariaDB: not used, may be empty
 * @param publication PostgreSQL: the publication the DBA's script made; MariaDB: not used, may be empty
 * @param slot PostgreSQL: the replication slot that capture makes and keeps; MariaDB: not used, may be empty
 * @param excess what is done when the account may do more than read
 * @param unbounded what is done when nothing bounds what the server keeps of its log for a service that stands still
 * @param transport how it is connected to
 * @param dispensableColumns columns ({@code table.column}) that a table may lack: they are then taken as NULL
 */
public record CaptureSettings(
        SourceSystem system,
        Engine engine,
        String host,
        int port,
        String database,
        String schema,
        String username,
        String password,
        String publication,
        String slot,
        ExcessRights excess,
        UnboundedLog unbounded,
        Transport transport,
        Set<String> dispensableColumns) {

    /** Connected to as is usual for the host, with all columns that the mappings read, and a log that is bounded. */
    public CaptureSettings(
            SourceSystem system,
            Engine engine,
            String host,
            int port,
            String database,
            String schema,
            String username,
            String password,
            String publication,
            String slot,
            ExcessRights excess) {
        this(
                system,
                engine,
                host,
                port,
                database,
                schema,
                username,
                password,
                publication,
                slot,
                excess,
                UnboundedLog.REFUSE,
                Transport.usualFor(host),
                Set.of());
    }

    /** What is done about an account that may do more at a source than read it. */
    public enum ExcessRights {
        /** It is said, in the log and where the source's state is shown. */
        WARN,
        /** The source is not captured until what is too much is revoked. */
        REFUSE
    }

    /** What is done about a server that keeps its log for the service without any bound: a service that stands still could fill its disk. */
    public enum UnboundedLog {
        /** It is said, in the log and where the source's state is shown. */
        WARN,
        /** The source is not captured until it is bounded. */
        REFUSE
    }

    /** The database engines whose logs can be read. */
    public enum Engine {
        MARIADB,
        POSTGRESQL;

        /** Engines that Debezium reads and this version does not. */
        private static final Set<String> KNOWN_BY_NAME = Set.of("mysql", "sqlserver", "oracle");

        /**
         * The engine with this name, in any case.
         *
         * @throws IllegalArgumentException if there is none, naming those that are, and what another would take
         */
        public static Engine of(String name) {
            if (KNOWN_BY_NAME.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "no capture for engine '" + name
                                + "' in this version; what it takes stands in config/ENGINES.md; there are mariadb and postgresql");
            }
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "no capture for engine '" + name + "'; there are mariadb and postgresql", e);
            }
        }
    }

    public CaptureSettings {
        dispensableColumns = Set.copyOf(dispensableColumns);
        Complaints complaints = new Complaints("unified-hotline.sources." + system.code())
                .require(!host.isBlank(), ".host is empty: the name or address of the database's server")
                .require(port > 0 && port < 65536, ".port is not a port: " + port)
                .require(!database.isBlank(), ".database is empty")
                .require(!username.isBlank(), ".username is empty");
        for (String column : new TreeSet<>(dispensableColumns)) {
            String complaint = KnownColumns.complaint(system, column);
            complaints.require(complaint == null, ".dispensable-columns: " + complaint);
        }
        if (engine == Engine.POSTGRESQL) {
            complaints
                    .require(!schema.isBlank(), ".schema is empty")
                    .require(!publication.isBlank(), ".publication is empty")
                    .require(
                            slot.matches("[a-z0-9_]{1,63}"),
                            ".slot is not a slot's name (lower-case letters, digits, '_'): '" + slot + "'");
        }
        complaints.throwIfAny();
    }

    /** Names no password. */
    @Override
    public String toString() {
        return system.code() + ": " + engine + " at " + host + ":" + port + "/" + database;
    }
}

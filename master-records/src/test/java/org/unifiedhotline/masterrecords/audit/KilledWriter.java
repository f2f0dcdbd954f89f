package org.unifiedhotline.masterrecords.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.demo.servers.HubDatabases;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Keystore;

/** A process that writes entries and says a byte for each that was confirmed, until it is killed. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        HubDatabase hub = new HubDatabase(
                new DriverManagerDataSource(arguments[0], HubDatabases.SERVICE, HubDatabases.SERVICE),
                Keystore.open(folder.resolve("keys"), Map.of(), false));
        AuditKeys keys = AuditKeys.in(folder, true);
        AuditTrail trail = new AuditTrail(
                hub,
                keys,
                new HeadsFile(folder.resolve("heads.log"), keys.chain()),
                Duration.ofMillis(20),
                Map.of(),
                Clock.systemUTC());
        trail.start();
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        while (true) {
            trail.record(AuditHub.reading("officer", "lo thi mai"));
            out.write('.');
        }
    }
}

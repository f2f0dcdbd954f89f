package org.unifiedhotline.demo.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Households;
import org.unifiedhotline.demo.people.sinks.CopySink;
import org.unifiedhotline.demo.people.sinks.MariaDbSink;
import org.unifiedhotline.demo.people.sinks.Sink;
import org.unifiedhotline.demo.people.sinks.SqlFileSink;
import org.unifiedhotline.demo.people.sinks.TruthFiles;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.Ids;
import org.unifiedhotline.demo.people.systems.SourceSystem;
import org.unifiedhotline.demo.people.systems.StandingRows;
import org.unifiedhotline.demo.people.systems.StoryTeller;
import org.unifiedhotline.demo.people.systems.Times;

/** Writes a world into the legacy databases or into files, in memory that does not grow with the world. */
public final class SampleData {

    private static final int ROWS_A_BATCH = 8_000;

    private SampleData() {}

    /**
     * Loads the sample data into two databases whose schemas stand and are empty.
     *
     * @param switchboard a connection to the switchboard's MariaDB as its application's user
     * @param hotline a connection to the hotline's PostgreSQL as its application's user
     * @throws SQLException if a database refuses; what was written until then stays
     */
    public static LoadReport load(Connection switchboard, Connection hotline, SampleWorld world, Progress progress)
            throws SQLException {
        try {
            return write(world, progress, List.of(new MariaDbSink(switchboard), new CopySink(hotline)));
        } catch (IOException e) {
            throw new SQLException("could not stream rows to the hotline's database", e);
        }
    }

    /** As {@link #load(Connection, Connection, SampleWorld, Progress)}, and writes truth.csv and persons.csv to a folder. */
    public static LoadReport load(
            Connection switchboard, Connection hotline, SampleWorld world, Progress progress, Path truthFolder)
            throws SQLException, IOException {
        Files.createDirectories(truthFolder);
        try (TruthFiles truth = new TruthFiles(truthFolder)) {
            return write(world, progress, List.of(new MariaDbSink(switchboard), new CopySink(hotline), truth));
        }
    }

    /** Writes switchboard.sql, hotline.sql, truth.csv and persons.csv into a folder, which is made where it is missing. */
    public static LoadReport write(Path folder, SampleWorld world, Progress progress) throws IOException {
        Files.createDirectories(folder);
        try (SqlFileSink switchboard = new SqlFileSink(SourceSystem.SWITCHBOARD, folder.resolve("switchboard.sql"));
                SqlFileSink hotline = new SqlFileSink(SourceSystem.HOTLINE, folder.resolve("hotline.sql"));
                TruthFiles truth = new TruthFiles(folder)) {
            return write(world, progress, List.of(switchboard, hotline, truth));
        } catch (SQLException e) {
            throw new IOException("a file sink has no database", e);
        }
    }

    /** Makes the world and hands it to the sinks, batch after batch, the code lists first. */
    static LoadReport write(SampleWorld world, Progress progress, List<? extends Sink> sinks)
            throws SQLException, IOException {
        Households households = new Households(world.seed(), world.until());
        StoryTeller stories = new StoryTeller(world.seed(), new Ids(), Times.until(world.until()));
        try (Delivery delivery = new Delivery(sinks, progress)) {
            long people = 0;
            long index = 0;
            Batch batch = StandingRows.batch();
            while (people < world.people()) {
                Household household = households.make(index++, people + 1);
                people += household.members().size();
                stories.tell(household, batch);
                if (batch.size() >= ROWS_A_BATCH) {
                    delivery.hand(batch);
                    batch = new Batch();
                }
            }
            delivery.hand(batch);
            return delivery.finish(index);
        }
    }
}

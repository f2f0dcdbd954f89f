package org.unifiedhotline.demo.people.sinks;

import java.io.IOException;
import java.sql.SQLException;
import org.unifiedhotline.demo.people.systems.Batch;

/** Takes batches, one after the other. */
public interface Sink extends AutoCloseable {

    /** Writes what this sink cares for in the batch; committed when it returns, where there is something to commit. */
    void write(Batch batch) throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
}

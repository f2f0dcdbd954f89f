package org.unifiedhotline.searchindex.indexing;

import java.util.List;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.outbox.OutboxEntry;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.indexing.ParallelWriter.Wanted;

/**
 * Carries changed master records from the hub's outbox to the index.
 *
 * <p>What is written is what the hub holds at that moment, under its version: an entry that comes twice, or late, does
 * no harm. Entries leave the outbox after Elasticsearch has taken the documents.
 */
public final class Indexer {
    private final Outbox outbox;
    private final Indices indices;
    private final IndexLife life;
    private final ParallelWriter writer;
    private final IndexingState state;
    private final int batch;
    private boolean prepared;
    private long writtenInARow;

    Indexer(Outbox outbox, Indices indices, IndexLife life, ParallelWriter writer, IndexingState state, int batch) {
        this.outbox = outbox;
        this.indices = indices;
        this.life = life;
        this.writer = writer;
        this.state = state;
        this.batch = batch;
    }

    /**
     * Indexes what waits next and marks it done; to be called again at once while it answers more than 0, by one thread
     * at a time. The first call makes the index ready, and fills it from the hub if there was none.
     *
     * @return how many waiting changes were dealt with; 0 if none waited
     * @throws SearchUnavailableException if Elasticsearch cannot take them now; nothing is lost, try again later
     */
    public int indexNext() {
        if (!prepared) {
            life.prepare();
            prepared = true;
        }
        List<OutboxEntry> entries = outbox.next(batch);
        if (entries.isEmpty()) {
            state.caughtUp();
            mergeAfterMany();
            return 0;
        }
        state.waiting(entries.getFirst().writtenAt());
        // The indices are asked for after the entries were taken: a rebuild that began since then reads the hub later
        // than these changes were made, and finds them there.
        List<String> targets = indices.standing().targets();
        if (targets.isEmpty()) {
            prepared = false; // the index was removed: the next call makes it anew
            throw new SearchUnavailableException("The index is gone", new IllegalStateException("no index"));
        }
        writer.write(
                entries.stream()
                        .map(entry -> new Wanted(entry.masterId(), entry.version()))
                        .toList(),
                targets);
        if (entries.size() < batch) {
            targets.forEach(indices::refresh); // so that an empty outbox means that search finds everything
        }
        outbox.done(entries);
        writtenInARow = entries.size() < batch ? writtenInARow : writtenInARow + entries.size();
        return entries.size();
    }

    private void mergeAfterMany() {
        if (writtenInARow >= IndexLife.MANY) {
            indices.standing().searched().forEach(indices::merge);
        }
        writtenInARow = 0;
    }
}

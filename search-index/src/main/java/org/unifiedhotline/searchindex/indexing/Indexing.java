package org.unifiedhotline.searchindex.indexing;

import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.searchindex.SearchIndexProperties;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.server.SearchServer;

/** All that keeps one alias in step with one hub. */
public final class Indexing implements AutoCloseable {
    private static final int BULKS_AT_ONCE = 4;

    private final ParallelWriter writer;
    private final Indexer indexer;
    private final IndexLife life;
    private final DocumentCheck documents;
    private final IndexingState state;
    private final HiddenRecords hidden;

    /** Puts the parts together; asks nothing of either side yet. */
    public Indexing(
            SearchServer server, SearchIndexProperties properties, Outbox outbox, HubRecords hub, BuildRight right) {
        IdentityHash identityHash = hub.identityHash();
        this.state = new IndexingState(identityHash);
        this.hidden = new HiddenRecords(hub::hidden, System::nanoTime);
        IndexDefinition definition = new IndexDefinition(properties);
        Indices indices = new Indices(server, definition);
        int batch = properties.bulkSize() * BULKS_AT_ONCE;
        this.writer = new ParallelWriter(hub, new BulkWriter(server, identityHash), properties.bulkSize());
        this.life = new IndexLife(
                hub, indices, definition, writer, new DriftCheck(server, hub, definition.alias()), right, batch);
        this.documents = new DocumentCheck(server, hub, definition.alias(), identityHash);
        this.indexer = new Indexer(outbox, indices, life, writer, state, batch);
    }

    /** Carries what waits. */
    public Indexer indexer() {
        return indexer;
    }

    /** Makes, rebuilds and checks the index. */
    public IndexLife life() {
        return life;
    }

    /** Compares all that documents hold with the hub. */
    public DocumentCheck documents() {
        return documents;
    }

    /** How far behind the index is. */
    public IndexingState state() {
        return state;
    }

    /** Whom nobody may find, however far behind the index is. */
    public HiddenRecords hidden() {
        return hidden;
    }

    @Override
    public void close() {
        writer.close();
    }
}

package org.unifiedhotline.searchindex.indexing;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.documents.DocumentBuilder;
import org.unifiedhotline.searchindex.documents.DocumentForm;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.server.SearchServer;
import org.unifiedhotline.searchindex.server.TooLargeException;

/** Writes documents and removals to indices, each under the version of its master record. */
final class BulkWriter {
    private static final int CONFLICT = 409;
    private static final int REFUSED = 400;
    // Larger bulks gain nothing and cost the server memory.
    private static final long COMFORTABLE_BYTES = 8L << 20;
    // What an operation takes besides its document: names of the index, id, version.
    private static final int AROUND_A_DOCUMENT = 300;
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

    private final SearchServer server;
    private final RequestLimit limit;
    private final DocumentBuilder documents;
    private final DocumentForm form = new DocumentForm();

    BulkWriter(SearchServer server, IdentityHash identityHash) {
        this.server = server;
        this.documents = new DocumentBuilder(identityHash);
        this.limit = new RequestLimit(server);
    }

    /**
     * Writes all of these to each of the indices. A document that stands in a newer version stays as it is. One that
     * Elasticsearch will never take is logged and left out: it must not hold up the others, and the comparison of
     * index and hub names it. No request is larger than the server takes.
     *
     * @param fellows whom the cases of these people name besides, by key
     * @throws SearchUnavailableException if some could not be written; then all are to be written again
     */
    void write(
            List<PersonFile> files,
            Map<SourceRecordKey, CaseFellow> fellows,
            List<Removal> removals,
            List<String> indices) {
        List<Sized> operations = new ArrayList<>();
        for (PersonFile file : files) {
            byte[] json = form.written(documents.build(file, fellows));
            BinaryData document = BinaryData.of(json, "application/json");
            indices.forEach(index -> operations.add(new Sized(index(index, file, document), json.length)));
        }
        for (Removal removal : removals) {
            indices.forEach(index -> operations.add(new Sized(delete(index, removal), 0)));
        }
        if (!operations.isEmpty()) {
            parts(operations, limit.bytes()).forEach(this::send);
        }
    }

    // A server that is sent too much may close the connection before its refusal is read; so the size is kept to.
    private static List<List<BulkOperation>> parts(List<Sized> operations, long largest) {
        long comfortable = Math.min(COMFORTABLE_BYTES, largest);
        List<List<BulkOperation>> parts = new ArrayList<>();
        List<BulkOperation> part = new ArrayList<>();
        long bytes = 0;
        for (Sized operation : operations) {
            if (operation.bytes() > largest) {
                leaveOut(operation.operation());
                continue;
            }
            if (bytes + operation.bytes() > comfortable && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(operation.operation());
            bytes += operation.bytes();
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private void send(List<BulkOperation> operations) {
        try {
            BulkResponse answer =
                    server.ask("a bulk of documents", client -> client.bulk(bulk -> bulk.operations(operations)));
            if (answer.errors()) {
                answer.items().forEach(BulkWriter::check);
            }
        } catch (TooLargeException e) { // by something between us and the server, whose limit we cannot ask
            int half = operations.size() / 2;
            if (half == 0) {
                leaveOut(operations.getFirst());
                return;
            }
            send(operations.subList(0, half));
            send(operations.subList(half, operations.size()));
        } catch (SearchUnavailableException e) {
            limit.forget();
            throw e;
        }
    }

    private static void leaveOut(BulkOperation operation) {
        LOG.error("The document of master record {} is larger than Elasticsearch takes", id(operation));
    }

    private static @Nullable String id(BulkOperation operation) {
        return operation.isIndex() ? operation.index().id() : operation.delete().id();
    }

    // The same version may come again, from a replay or a repair: it is written again, and nothing changes.
    private static BulkOperation index(String index, PersonFile file, BinaryData document) {
        return BulkOperation.of(one -> one.index(write -> write.index(index)
                .id(file.master().id().toString())
                .version(file.master().version())
                .versionType(VersionType.ExternalGte)
                .document(document)));
    }

    private static BulkOperation delete(String index, Removal removal) {
        return BulkOperation.of(one -> one.delete(delete -> delete.index(index)
                .id(removal.id().toString())
                .version(removal.version())
                .versionType(VersionType.ExternalGte)));
    }

    private static void check(BulkResponseItem item) {
        if (item.error() == null || item.status() == CONFLICT) {
            return; // a conflict: a newer version stands
        }
        String kind = String.valueOf(item.error().type());
        if (item.status() == REFUSED) {
            LOG.error("Elasticsearch refuses the document of master record {}: {}", item.id(), kind);
        } else {
            throw new SearchUnavailableException(
                    "Elasticsearch did not take master record " + item.id() + ": " + item.status() + " " + kind,
                    new IOException(kind));
        }
    }

    /** A document that is to go, and the version under which it goes. */
    record Removal(MasterId id, long version) {}

    private record Sized(BulkOperation operation, int bytes) {
        Sized {
            bytes += AROUND_A_DOCUMENT;
        }
    }
}

package org.unifiedhotline.searchindex.queries;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Objects;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.documents.PersonDocument;
import org.unifiedhotline.searchindex.indexing.HiddenRecords;
import org.unifiedhotline.searchindex.indexing.IndexingState;
import org.unifiedhotline.searchindex.server.SearchServer;

/** The search of other systems, field by field. It tells who; what of them may be read is the hub's to say. */
public final class FieldSearch {
    private final PeopleIndex index;
    private final IndexingState indexing;

    /** A search of the index behind an alias; asks nothing of the server yet. */
    public FieldSearch(SearchServer server, String alias, IndexingState indexing, HiddenRecords hidden) {
        this.index = new PeopleIndex(server, alias, hidden);
        this.indexing = indexing;
    }

    /**
     * Finds people, in the order of their ids.
     *
     * @throws SearchUnavailableException if Elasticsearch cannot be reached or cannot answer
     */
    public FieldRequest.Answer search(FieldRequest request) {
        Query query = new FieldQueries(new Scope(request.scope()), indexing.identityHash()).of(request.criteria());
        SearchResponse<PersonDocument> answer = index.search(
                "a search by fields",
                query,
                search -> {
                    if (request.after() != null) {
                        search.searchAfter(List.of(FieldValue.of(request.after().toString())));
                    }
                    search.size(request.size() + 1)
                            .trackTotalHits(track -> track.enabled(true))
                            .sort(sort -> sort.field(field -> field.field("masterId")));
                },
                PersonDocument.class);
        List<MasterId> people = answer.hits().hits().stream()
                .map(hit -> MasterId.of(Objects.requireNonNull(hit.source()).masterId()))
                .toList();
        return new FieldRequest.Answer(
                people.subList(0, Math.min(people.size(), request.size())),
                Objects.requireNonNull(answer.hits().total()).value(),
                people.size() > request.size());
    }
}

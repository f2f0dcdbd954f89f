package org.unifiedhotline.searchindex.indexing;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.CaseFellow;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.PersonFile;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.searchindex.documents.DocumentBuilder;
import org.unifiedhotline.searchindex.documents.DocumentForm;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.server.SearchServer;

/**
 * Compares index and hub document by document, by what they hold: each document is built anew from the hub and held against
 * what is kept of the one that stands ({@link DocumentForm}). Changes on their way show up too: whoever asks looks again at those found.
 */
public final class DocumentCheck {
    private static final int PAGE = 500;
    private static final long NONE = -1;
    private static final Time KEEP = Time.of(time -> time.time("5m"));

    private final SearchServer server;
    private final HubRecords hub;
    private final String alias;
    private final DocumentBuilder documents;
    private final DocumentForm form = new DocumentForm();

    DocumentCheck(SearchServer server, HubRecords hub, String alias, IdentityHash identityHash) {
        this.server = server;
        this.documents = new DocumentBuilder(identityHash);
        this.hub = hub;
        this.alias = alias;
    }

    /** How a document differs from the hub. */
    public enum Kind {
        MISSING,
        OTHER_VERSION,
        ALTERED,
        EXTRA
    }

    /**
     * A document that is not as the hub has it.
     *
     * @param id of the document, which is its master id unless somebody else wrote it
     * @param version of the master record in the hub when it was compared; -1 if it does not stand
     */
    public record Found(String id, Kind kind, long version) {
        /** The master record; empty if it can be none. */
        public Optional<MasterId> masterId() {
            try {
                return Optional.of(MasterId.of(id));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Compares all.
     *
     * @param progress told the number of documents compared so far
     * @throws org.unifiedhotline.searchindex.SearchUnavailableException if Elasticsearch cannot be reached
     */
    public List<Found> compare(LongConsumer progress) {
        server.ask("a refresh", client -> client.indices().refresh(refresh -> refresh.index(alias)));
        String moment = server.ask(
                "a point in time",
                client -> client.openPointInTime(open -> open.index(alias).keepAlive(KEEP))
                        .id());
        try {
            return compare(moment, progress);
        } finally {
            server.ask("closing a point in time", client -> client.closePointInTime(close -> close.id(moment)));
        }
    }

    private List<Found> compare(String moment, LongConsumer progress) {
        List<Found> found = new ArrayList<>();
        Hub standing = new Hub();
        Set<String> before = Set.of();
        long compared = 0;
        List<Hit<JsonNode>> page = page(moment, List.of());
        while (!page.isEmpty()) {
            Map<String, JsonNode> indexed = new LinkedHashMap<>();
            page.forEach(hit -> indexed.put(Objects.requireNonNull(hit.id()), source(hit)));
            found.addAll(differences(indexed));
            standing.missing(last(page), indexed.keySet(), before, found);
            before = Set.copyOf(indexed.keySet());
            compared += page.size();
            progress.accept(compared);
            page = page(moment, page.getLast().sort());
        }
        standing.missing(null, before, Set.of(), found);
        return found;
    }

    private static JsonNode source(Hit<JsonNode> hit) {
        return Objects.requireNonNull(hit.source(), "documents keep their source");
    }

    /** The master id up to which all documents have been seen; null if only documents without one are left. */
    private static @Nullable String last(List<Hit<JsonNode>> page) {
        FieldValue sort = page.getLast().sort().getFirst();
        return sort.isString() ? sort.stringValue() : null;
    }

    private List<Hit<JsonNode>> page(String moment, List<FieldValue> after) {
        return server.ask(
                        "documents",
                        client -> client.search(
                                search -> {
                                    if (!after.isEmpty()) {
                                        search.searchAfter(after);
                                    }
                                    return search.pit(pit -> pit.id(moment).keepAlive(KEEP))
                                            .size(PAGE)
                                            .trackTotalHits(track -> track.enabled(false))
                                            .sort(sort -> sort.field(field ->
                                                    field.field("masterId").order(SortOrder.Asc)));
                                },
                                JsonNode.class))
                .hits()
                .hits();
    }

    /** Looks again at the documents with these ids, and says which differ still. */
    public List<Found> again(Collection<String> documents) {
        List<Found> still = new ArrayList<>();
        List<String> ids = List.copyOf(documents);
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<String> some = ids.subList(from, Math.min(from + PAGE, ids.size()));
            Map<String, JsonNode> indexed = indexed(some);
            still.addAll(differences(indexed));
            Set<MasterId> wanted = new HashSet<>();
            some.stream()
                    .filter(id -> !indexed.containsKey(id))
                    .forEach(id -> new Found(id, Kind.MISSING, NONE).masterId().ifPresent(wanted::add));
            hub.load(wanted)
                    .forEach((id, file) -> still.add(
                            new Found(id.toString(), Kind.MISSING, file.master().version())));
        }
        return still;
    }

    private Map<String, JsonNode> indexed(List<String> ids) {
        Map<String, JsonNode> indexed = new LinkedHashMap<>();
        server
                .ask(
                        "some documents",
                        client -> client.mget(get -> get.index(alias).ids(ids), JsonNode.class))
                .docs()
                .stream()
                .filter(item -> item.isResult() && item.result().found())
                .forEach(item -> indexed.put(
                        item.result().id(), Objects.requireNonNull(item.result().source())));
        return indexed;
    }

    /** Those of these documents that the hub would not have made so. */
    private List<Found> differences(Map<String, JsonNode> indexed) {
        Set<MasterId> ids = new HashSet<>();
        indexed.keySet()
                .forEach(id -> new Found(id, Kind.EXTRA, NONE).masterId().ifPresent(ids::add));
        Map<MasterId, PersonFile> files = hub.load(ids);
        Map<SourceRecordKey, CaseFellow> fellows = hub.fellows(files.values());
        Map<String, PersonFile> byId = new HashMap<>();
        files.forEach((id, file) -> byId.put(id.toString(), file));
        List<Found> found = new ArrayList<>();
        indexed.forEach((id, document) -> {
            PersonFile file = byId.get(id);
            if (file == null) {
                found.add(new Found(id, Kind.EXTRA, NONE));
            } else if (document.path("version").asLong() != file.master().version()) {
                found.add(new Found(id, Kind.OTHER_VERSION, file.master().version()));
            } else if (!document.equals(form.kept(documents.build(file, fellows)))) {
                found.add(new Found(id, Kind.ALTERED, file.master().version()));
            }
        });
        return found;
    }

    /** Takes away a document whose id is that of no master record. */
    public void remove(Found stray) {
        server.ask(
                "a removal",
                client -> client.delete(delete -> delete.index(alias).id(stray.id())));
    }

    /** The hub's master records in the order of their ids, beside the pages of documents. */
    private final class Hub {
        private final Deque<StandingVersion> ahead = new ArrayDeque<>(hub.standing(null, PAGE));
        private @Nullable MasterId last =
                ahead.isEmpty() ? null : ahead.getLast().id();

        /** Notes those up to this id that are in neither page; all that are left where the id is null. */
        void missing(@Nullable String upTo, Set<String> page, Set<String> before, List<Found> found) {
            while (!ahead.isEmpty()
                    && (upTo == null || ahead.getFirst().id().toString().compareTo(upTo) <= 0)) {
                StandingVersion standing = ahead.removeFirst();
                String id = standing.id().toString();
                if (!page.contains(id) && !before.contains(id)) {
                    found.add(new Found(id, Kind.MISSING, standing.version()));
                }
                if (ahead.isEmpty()) {
                    ahead.addAll(hub.standing(last, PAGE));
                    last = ahead.isEmpty() ? last : ahead.getLast().id();
                }
            }
        }
    }
}

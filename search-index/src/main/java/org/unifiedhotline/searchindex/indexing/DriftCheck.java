package org.unifiedhotline.searchindex.indexing;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.StandingVersion;
import org.unifiedhotline.searchindex.indexing.IndexLife.Drift;
import org.unifiedhotline.searchindex.server.SearchServer;

/** Walks hub and index side by side in the order of ids and notes where they differ. */
final class DriftCheck {
    private static final int PAGE = 5_000;
    private static final Time KEEP = Time.of(time -> time.time("2m"));

    private final SearchServer server;
    private final HubRecords hub;
    private final String alias;

    DriftCheck(SearchServer server, HubRecords hub, String alias) {
        this.server = server;
        this.hub = hub;
        this.alias = alias;
    }

    /**
     * Whether the index knows what the hub does not: a master record in a later version, or one that never was. The index is
     * written after the hub's commit, so the hub was set back to a backup; what it publishes from now on could lose against what
     * stands there.
     */
    boolean isAhead() {
        return atOneMoment(this::knowsMore);
    }

    Drift compare() {
        return atOneMoment(DriftCheck::compare);
    }

    private <T> T atOneMoment(BiFunction<Walk, Walk, T> comparison) {
        server.ask("a refresh", client -> client.indices().refresh(refresh -> refresh.index(alias)));
        String moment = server.ask(
                "a point in time",
                client -> client.openPointInTime(open -> open.index(alias).keepAlive(KEEP))
                        .id());
        try {
            return comparison.apply(
                    new Walk(after -> hub.standing(after, PAGE)), new Walk(after -> indexed(moment, after)));
        } finally {
            server.ask("closing a point in time", client -> client.closePointInTime(close -> close.id(moment)));
        }
    }

    private boolean knowsMore(Walk hubSide, Walk index) {
        List<MasterId> surplus = new ArrayList<>();
        while (index.current() != null) {
            int order = order(hubSide.current(), index.current());
            if (order < 0) {
                hubSide.take();
            } else if (order > 0) {
                surplus.add(index.take().id());
            } else if (index.take().version() > hubSide.take().version()) {
                return true;
            }
        }
        for (int from = 0; from < surplus.size(); from += PAGE) {
            if (!hub.unknown(surplus.subList(from, Math.min(from + PAGE, surplus.size())))
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Drift compare(Walk hub, Walk index) {
        List<MasterId> missing = new ArrayList<>();
        List<MasterId> outdated = new ArrayList<>();
        List<MasterId> surplus = new ArrayList<>();
        while (hub.current() != null || index.current() != null) {
            int order = order(hub.current(), index.current());
            if (order < 0) {
                missing.add(hub.take().id());
            } else if (order > 0) {
                surplus.add(index.take().id());
            } else if (hub.take().version() != index.take().version()) {
                outdated.add(hub.taken().id());
            }
        }
        return new Drift(missing, outdated, surplus);
    }

    // Ids in the order of their text, which is PostgreSQL's and Elasticsearch's; Java's UUID orders otherwise.
    private static int order(@Nullable StandingVersion hub, @Nullable StandingVersion index) {
        if (hub == null || index == null) {
            return hub == null ? 1 : -1;
        }
        return hub.id().toString().compareTo(index.id().toString());
    }

    private List<StandingVersion> indexed(String moment, @Nullable MasterId after) {
        SearchResponse<JsonNode> answer = server.ask(
                "the versions of documents",
                client -> client.search(
                        search -> {
                            if (after != null) {
                                search.searchAfter(FieldValue.of(after.toString()));
                            }
                            return search.pit(pit -> pit.id(moment).keepAlive(KEEP))
                                    .size(PAGE)
                                    .trackTotalHits(track -> track.enabled(false))
                                    .source(source -> source.filter(filter -> filter.includes("masterId", "version")))
                                    .sort(sort -> sort.field(
                                            field -> field.field("masterId").order(SortOrder.Asc)));
                        },
                        JsonNode.class));
        return answer.hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .map(source -> new StandingVersion(
                        MasterId.of(source.get("masterId").asText()),
                        source.get("version").asLong()))
                .toList();
    }

    /** The versions in which these people stand in the index; those that are not there are left out. */
    Map<MasterId, @Nullable Long> versions(Collection<MasterId> ids) {
        Map<MasterId, @Nullable Long> versions = new HashMap<>();
        server
                .ask(
                        "the versions of some documents",
                        client -> client.mget(
                                get -> get.index(alias)
                                        .ids(ids.stream()
                                                .map(MasterId::toString)
                                                .toList())
                                        .sourceIncludes("masterId"),
                                JsonNode.class))
                .docs()
                .stream()
                .filter(item -> item.isResult() && item.result().found())
                .forEach(item -> versions.put(
                        MasterId.of(item.result().id()), item.result().version()));
        return versions;
    }

    /** One side of the comparison: a sequence read page by page. */
    private static final class Walk {
        private final Pages pages;
        private List<StandingVersion> page;
        private int at;
        private @Nullable StandingVersion taken;

        Walk(Pages pages) {
            this.pages = pages;
            this.page = pages.after(null);
        }

        @Nullable
        StandingVersion current() {
            if (at == page.size() && !page.isEmpty()) {
                page = pages.after(page.getLast().id());
                at = 0;
            }
            return page.isEmpty() ? null : page.get(at);
        }

        StandingVersion take() {
            StandingVersion next = Objects.requireNonNull(current());
            at++;
            taken = next;
            return next;
        }

        StandingVersion taken() {
            return Objects.requireNonNull(taken);
        }
    }

    /** Reads the page behind an id; the first for null. */
    private interface Pages {
        List<StandingVersion> after(@Nullable MasterId id);
    }
}

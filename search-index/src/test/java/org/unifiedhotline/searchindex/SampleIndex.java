package org.unifiedhotline.searchindex;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.searchindex.indexing.BuildRight;
import org.unifiedhotline.searchindex.indexing.Indexing;
import org.unifiedhotline.searchindex.queries.FieldSearch;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.Suggestions;
import org.unifiedhotline.searchindex.server.SearchServer;

/** An index of its own for a test, fed by a {@link SampleHub}, on a real Elasticsearch. */
public final class SampleIndex implements AutoCloseable {
    private final SampleHub hub = new SampleHub();
    private final SearchIndexProperties properties;
    private final SearchServer server;
    private final Indexing indexing;

    private SampleIndex(URI url, String name, Outbox outbox, BuildRight right) {
        this.properties = SearchIndexProperties.at(url, name);
        this.server = SearchServer.at(properties);
        this.indexing = new Indexing(server, properties, outbox, hub, right);
    }

    /** An index that is filled by {@code prepare} and {@code rebuild} only: its outbox leads nowhere. */
    public static SampleIndex named(String name) {
        return new SampleIndex(
                TestServers.search().httpUrl(),
                name,
                new Outbox(new HubDatabase(new PGSimpleDataSource())),
                BuildRight.ofTheOnlyOne());
    }

    /** An index with the outbox of a hub, on a server of the test's own. */
    public static SampleIndex named(String name, URI url, HubDatabase database) {
        return new SampleIndex(url, name, new Outbox(database), BuildRight.of(database));
    }

    public SampleHub hub() {
        return hub;
    }

    public Indexing indexing() {
        return indexing;
    }

    public SearchServer server() {
        return server;
    }

    public Search search() {
        return new Search(server, properties.index(), indexing.state(), indexing.hidden());
    }

    public FieldSearch fieldSearch() {
        return new FieldSearch(server, properties.index(), indexing.state(), indexing.hidden());
    }

    public Suggestions suggestions() {
        return new Suggestions(server, properties.index(), indexing.hidden());
    }

    /** Makes what was written searchable at once. */
    public void refresh() {
        server.ask("a refresh", client -> client.indices().refresh(refresh -> refresh.index(properties.index())));
    }

    /** The indices that stand. */
    public List<String> indices() {
        return server.ask(
                "the indices",
                client ->
                        client
                                .indices()
                                .getAlias(get -> get.index(properties.index() + "-v*"))
                                .aliases()
                                .keySet()
                                .stream()
                                .toList());
    }

    /** The only index goes on under the name that a service of another version gave it. */
    public String madeByVersion(int version) {
        String now = indices().getFirst();
        String then = properties.index() + "-v" + version + "-1";
        blockWrites(now, true);
        server.ask(
                "a copy",
                client -> client.indices().clone(clone -> clone.index(now).target(then)));
        blockWrites(then, false);
        server.ask("a removal", client -> client.indices().delete(delete -> delete.index(now)));
        server.ask(
                "an alias",
                client -> client.indices().putAlias(put -> put.index(then).name(properties.index())));
        return then;
    }

    /** A copy of the only index stands beside it, under the same alias: as two instances left it that each made one. */
    public void copiedUnderTheAlias() {
        String one = indices().getFirst();
        String other = one + "1";
        blockWrites(one, true);
        server.ask(
                "a copy",
                client -> client.indices().clone(clone -> clone.index(one).target(other)));
        blockWrites(one, false);
        blockWrites(other, false);
        server.ask(
                "an alias",
                client -> client.indices().putAlias(put -> put.index(other).name(properties.index())));
    }

    /** Takes back a setting of the only index. */
    public void unset(String setting) {
        server.ask(
                "a setting",
                client -> client.indices()
                        .putSettings(put -> put.index(indices().getFirst())
                                .withJson(new StringReader("{\"" + setting + "\": null}"))));
    }

    /** Its alias. */
    public String alias() {
        return properties.index();
    }

    private void blockWrites(String index, boolean block) {
        server.ask(
                "a block",
                client -> client.indices()
                        .putSettings(put -> put.index(index)
                                .withJson(new StringReader("{\"index.blocks.write\": " + block + "}"))));
    }

    /** As if someone had deleted them by hand. */
    public void removeIndices() {
        List<String> names = indices();
        server.ask("a removal", client -> client.indices().delete(delete -> delete.index(names)));
    }

    @Override
    public void close() {
        indexing.close();
        server.close();
    }
}

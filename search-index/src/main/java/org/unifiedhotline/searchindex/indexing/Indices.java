package org.unifiedhotline.searchindex.indexing;

import co.elastic.clients.elasticsearch.indices.Alias;
import co.elastic.clients.elasticsearch.indices.GetAliasResponse;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unifiedhotline.searchindex.server.SearchServer;

/** The versioned indices and their aliases. */
final class Indices {
    private static final long SEGMENTS = 1;

    private final SearchServer server;
    private final IndexDefinition definition;

    Indices(SearchServer server, IndexDefinition definition) {
        this.server = server;
        this.definition = definition;
    }

    /** The index that searches go to, if any, and one that is being filled, if any, by alias. */
    Standing standing() {
        GetAliasResponse answer = server.ask(
                "the aliases", client -> client.indices().getAlias(get -> get.index(definition.prefix() + "*")));
        return new Standing(
                under(definition.alias(), answer),
                under(definition.buildingAlias(), answer),
                answer.aliases().keySet().stream().sorted().toList());
    }

    private static List<String> under(String alias, GetAliasResponse answer) {
        return answer.aliases().entrySet().stream()
                .filter(index -> index.getValue().aliases().containsKey(alias))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Makes a new index under an alias and answers with its name. */
    String create(String alias) {
        server.ask(
                "the index template",
                client -> client.indices()
                        .putIndexTemplate(
                                put -> put.name(definition.alias()).withJson(new StringReader(definition.template()))));
        String name = definition.newName(System.currentTimeMillis());
        server.ask(
                "a new index",
                client -> client.indices()
                        .create(create -> create.index(name)
                                .withJson(new StringReader(IndexDefinition.index()))
                                .aliases(Map.of(alias, Alias.of(one -> one)))));
        return name;
    }

    /** Makes a filled index the one that searches go to, in one step. */
    void switchTo(String filled, List<String> former) {
        server.ask(
                "the switch of indices",
                client -> client.indices().updateAliases(update -> {
                    former.forEach(old -> update.actions(
                            one -> one.remove(remove -> remove.index(old).alias(definition.alias()))));
                    return update.actions(one ->
                                    one.remove(remove -> remove.index(filled).alias(definition.buildingAlias())))
                            .actions(one -> one.add(add -> add.index(filled).alias(definition.alias())));
                }));
    }

    /** Puts in force those of the settings that can be altered while an index stands. */
    void putSettings(List<String> names) {
        if (!names.isEmpty()) {
            server.ask(
                    "the settings of the index",
                    client -> client.indices()
                            .putSettings(put -> put.index(names).withJson(new StringReader(definition.changeable()))));
        }
    }

    void delete(List<String> names) {
        if (!names.isEmpty()) {
            server.ask(
                    "removal of old indices",
                    client -> client.indices()
                            .delete(delete -> delete.index(names).ignoreUnavailable(true)));
        }
    }

    /** Throws away from the disk what was deleted or replaced: documents, the words of their fields, and the log of writes. */
    void expunge(List<String> names) {
        if (!names.isEmpty()) {
            server.ask(
                    "the settings of the index",
                    client -> client.indices()
                            .putSettings(put -> put.index(names)
                                    .withJson(new StringReader(
                                            "{\"index.merge.policy.expunge_deletes_allowed\": \"0\"}"))));
            server.ask(
                    "a flush",
                    client -> client.indices()
                            .flush(flush -> flush.index(names).force(true).waitIfOngoing(true)));
            server.ask(
                    "a merge of what was deleted",
                    client -> client.indices()
                            .forcemerge(merge ->
                                    merge.index(names).onlyExpungeDeletes(true).flush(true)));
        }
    }

    /** Makes all that was written searchable now. */
    void refresh(String index) {
        server.ask("a refresh", client -> client.indices().refresh(refresh -> refresh.index(index)));
    }

    /**
     * Has an index merged into one segment, which goes on by itself: a search looks for each of its words in every segment, and a
     * first load leaves thirty.
     */
    void merge(String index) {
        server.ask(
                "a merge of segments",
                client -> client.indices()
                        .forcemerge(merge ->
                                merge.index(index).maxNumSegments(SEGMENTS).waitForCompletion(false)));
    }

    /**
     * The indices of this room.
     *
     * @param searched that the alias leads to: one, or none before the first start
     * @param building being filled: one or none
     * @param all of them, in alphabetical order
     */
    record Standing(List<String> searched, List<String> building, List<String> all) {

        /** All that changes are to be written to. */
        List<String> targets() {
            return Stream.concat(searched.stream(), building.stream())
                    .distinct()
                    .toList();
        }
    }
}

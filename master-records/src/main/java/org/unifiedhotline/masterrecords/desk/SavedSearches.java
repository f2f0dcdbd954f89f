package org.unifiedhotline.masterrecords.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.Place;
import org.unifiedhotline.masterrecords.keys.SealedTexts;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code saved_search}: each account has its own, under names of its own. */
public final class SavedSearches {
    /** More than this nobody keeps. */
    public static final int MOST = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubDatabase hub;
    private final SealedTexts texts;

    public SavedSearches(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** What came of keeping or renaming a search. */
    public sealed interface Answer {
        /** It stands. */
        record Kept(SavedSearch search) implements Answer {}

        /** Another search of the account has this name. */
        record NameTaken() implements Answer {}

        /** The account keeps as many as it may. */
        record TooMany() implements Answer {}

        /** The account has no such search. */
        record Unknown() implements Answer {}
    }

    /** The searches of an account, by name. */
    public List<SavedSearch> of(String owner) {
        return hub
                .sql()
                .sql("SELECT * FROM saved_search WHERE owner = ?")
                .param(owner)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(
                                (SavedSearch search) -> search.name().toLowerCase(Locale.ROOT))
                        .thenComparingLong(SavedSearch::id))
                .toList();
    }

    /** Keeps a search. */
    public Answer keep(String owner, String name, Map<String, List<String>> parameters) {
        if (of(owner).size() >= MOST) {
            return new Answer.TooMany();
        }
        long id = texts.next("saved_search", "saved_search_id");
        Optional<SavedSearch> kept = hub.sql()
                .sql("""
                        INSERT INTO saved_search (saved_search_id, owner, name, name_hash, parameters)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (owner, name_hash) DO NOTHING RETURNING *
                        """)
                .params(
                        id,
                        owner,
                        texts.seal(named(id), name),
                        hub.keys().hashes().of(name),
                        texts.seal(asked(id), written(parameters)))
                .query((row, number) -> read(row))
                .optional();
        return kept.<Answer>map(Answer.Kept::new).orElseGet(Answer.NameTaken::new);
    }

    /** Gives a search another name; the former one is forgotten, also in backups. */
    public Answer rename(String owner, long id, String name) {
        try {
            return hub.write(() -> {
                List<byte[]> former = hub.sql()
                        .sql("SELECT name FROM saved_search WHERE owner = ? AND saved_search_id = ? FOR UPDATE")
                        .params(owner, id)
                        .query((row, number) -> row.getBytes("name"))
                        .list();
                Answer answer = hub.sql()
                        .sql("""
                                UPDATE saved_search SET name = ?, name_hash = ?
                                 WHERE owner = ? AND saved_search_id = ? RETURNING *
                                """)
                        .params(texts.seal(named(id), name), hub.keys().hashes().of(name), owner, id)
                        .query((row, number) -> read(row))
                        .optional()
                        .<Answer>map(Answer.Kept::new)
                        .orElseGet(Answer.Unknown::new);
                texts.forget(former);
                return answer;
            });
        } catch (DuplicateKeyException taken) {
            return new Answer.NameTaken();
        }
    }

    /** Forgets a search, also in backups; answers whether the account had it. */
    public boolean remove(String owner, long id) {
        return hub.write(() -> {
            List<byte[]> gone = hub.sql()
                    .sql("""
                            WITH gone AS (DELETE FROM saved_search WHERE owner = ? AND saved_search_id = ?
                                          RETURNING name, parameters)
                            SELECT name FROM gone UNION ALL SELECT parameters FROM gone
                            """)
                    .params(owner, id)
                    .query((row, number) -> row.getBytes(1))
                    .list();
            texts.forget(gone);
            return !gone.isEmpty();
        });
    }

    private static Place named(long id) {
        return Place.of("saved_search.name", id);
    }

    private static Place asked(long id) {
        return Place.of("saved_search.parameters", id);
    }

    private SavedSearch read(ResultSet row) throws SQLException {
        long id = row.getLong("saved_search_id");
        try {
            return new SavedSearch(
                    id,
                    texts.text(named(id), row.getBytes("name")),
                    JSON.readValue(
                            texts.open(asked(id), row.getBytes("parameters")).orElse("{}"),
                            new TypeReference<Map<String, List<String>>>() {}),
                    Columns.instant(row, "saved_at"));
        } catch (JsonProcessingException e) {
            // without its cause: that quotes what was typed
            throw new IllegalStateException("saved search " + id + " cannot be read");
        }
    }

    private static String written(Map<String, List<String>> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts have a JSON form", e);
        }
    }
}

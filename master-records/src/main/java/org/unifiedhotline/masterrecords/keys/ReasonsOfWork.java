package org.unifiedhotline.masterrecords.keys;

import java.util.List;
import java.util.function.Predicate;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.keys.SealedTexts.Sealed;

/** Why models were learned, tried and put in force and samples drawn: said of nobody, though whoever types may name somebody. */
public final class ReasonsOfWork {
    private static final List<SealedColumns> COLUMNS = SealedColumns.OF_THEIR_OWN.stream()
            .filter(column -> column.name().equals("reason") && !column.table().equals("decision"))
            .toList();

    private final HubDatabase hub;
    private final SealedTexts texts;

    public ReasonsOfWork(HubDatabase hub) {
        this.hub = hub;
        this.texts = new SealedTexts(hub);
    }

    /** How many tell of somebody. */
    public long count(Predicate<String> tells) {
        return COLUMNS.stream()
                .mapToLong(column -> telling(column, tells).size())
                .sum();
    }

    /** Empties those that tell of somebody, and forgets what stood there. */
    public void empty(Predicate<String> tells) {
        for (SealedColumns column : COLUMNS) {
            for (Row row : telling(column, tells)) {
                hub.sql()
                        .sql("UPDATE " + column.table() + " SET reason = ? WHERE (" + column.id() + ")::text = ?")
                        .params(texts.seal(row.sealed().place(), ""), row.id())
                        .update();
                texts.forget(List.of(row.sealed().bytes()));
            }
        }
    }

    private record Row(String id, Sealed sealed) {}

    private List<Row> telling(SealedColumns column, Predicate<String> tells) {
        return hub
                .sql()
                .sql("SELECT (" + column.id() + ")::text AS id, reason FROM " + column.table()
                        + " WHERE reason IS NOT NULL")
                .query((row, number) -> {
                    String id = row.getString("id");
                    return new Row(id, new Sealed(column.place(hub, id), row.getBytes("reason")));
                })
                .list()
                .stream()
                .filter(row -> texts.open(row.sealed().place(), row.sealed().bytes())
                        .filter(tells)
                        .isPresent())
                .toList();
    }
}

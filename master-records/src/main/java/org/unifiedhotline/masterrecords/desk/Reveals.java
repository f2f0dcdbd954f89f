package org.unifiedhotline.masterrecords.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.sourcerecords.Columns;

/** The table {@code reveal}: what accounts read plainly of single people for a while. */
public final class Reveals {
    private final HubDatabase hub;

    public Reveals(HubDatabase hub) {
        this.hub = hub;
    }

    /**
     * What an account reads plainly of one person.
     *
     * @param breakGlass whether the whole person is shown, also what is outside the account's scope or clearance
     * @param until when that ends
     */
    public record Reveal(MasterId masterId, Set<FieldKind> fields, boolean breakGlass, Instant until) {
        public Reveal {
            fields = Set.copyOf(fields);
        }
    }

    /** Lets an account read these fields of a person from now on, for so long. What it had ended by now is forgotten. */
    public Reveal add(String account, MasterId id, Set<FieldKind> fields, boolean breakGlass, Duration duration) {
        return hub.write(() -> {
            hub.sql()
                    .sql("DELETE FROM reveal WHERE account = ? AND ends_at < clock_timestamp()")
                    .param(account)
                    .update();
            return hub.sql()
                    .sql("""
                            INSERT INTO reveal (account, master_id, fields, break_glass, ends_at)
                            VALUES (:account, :id, :fields, :breakGlass, clock_timestamp() + :seconds * interval '1 second')
                            RETURNING master_id, fields, break_glass, ends_at
                            """)
                    .param("account", account)
                    .param("id", id.value())
                    .param("fields", fields.stream().map(Enum::name).sorted().toArray(String[]::new))
                    .param("breakGlass", breakGlass)
                    .param("seconds", duration.toSeconds())
                    .query((row, number) -> reveal(row))
                    .single();
        });
    }

    /** What an account reads plainly now, the latest first. */
    public List<Reveal> of(String account) {
        return hub.sql()
                .sql("""
                        SELECT master_id, fields, break_glass, ends_at FROM reveal
                         WHERE account = ? AND ends_at > clock_timestamp() ORDER BY ends_at DESC, reveal_id DESC
                        """)
                .param(account)
                .query((row, number) -> reveal(row))
                .list();
    }

    /** Ends at once what an account reads of a person. */
    public void end(String account, MasterId id) {
        hub.sql()
                .sql("DELETE FROM reveal WHERE account = ? AND master_id = ?")
                .params(account, id.value())
                .update();
    }

    private static Reveal reveal(ResultSet row) throws SQLException {
        Array fields = row.getArray("fields");
        Set<FieldKind> kinds = EnumSet.noneOf(FieldKind.class);
        Arrays.stream((String[]) fields.getArray()).map(FieldKind::valueOf).forEach(kinds::add);
        return new Reveal(
                Columns.masterId(row, "master_id"),
                kinds,
                row.getBoolean("break_glass"),
                Columns.instant(row, "ends_at"));
    }
}

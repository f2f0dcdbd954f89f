package org.unifiedhotline.demo.people.traffic;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Person;
import org.unifiedhotline.demo.people.systems.HotlineRow;
import org.unifiedhotline.demo.people.systems.Ids;
import org.unifiedhotline.demo.people.systems.LegacyTable;

/** The hotline's application at work on existing rows. */
final class HotlineApplication implements Application {

    private static final String NAMELESS =
            "(full_name IS NULL OR full_name IN ('.', 'an danh', 'khong ro', 'Ẩn danh'))";

    private final RecentRows recent;
    private final LiveTimes times;
    private final Ids ids;

    HotlineApplication(RecentRows recent, LiveTimes times, Ids ids) {
        this.recent = recent;
        this.times = times;
        this.ids = ids;
    }

    @Override
    public List<Change> correction(LegacyDatabase database, Chance chance) throws SQLException {
        return switch (chance.weighted(35, 20, 25, 20)) {
            case 0 -> correctedVictim(chance);
            case 1 -> correctedCaller(chance);
            case 2 -> caseMoves(database, chance);
            default -> referralAnswered(database, chance);
        };
    }

    /** Foreign keys ask that calls and cases forget an anonymised caller before the row goes. */
    @Override
    public List<Change> deletion(LegacyDatabase database, Chance chance) throws SQLException {
        return switch (chance.weighted(60, 25, 15)) {
            case 0 -> deletedCaller(database, chance);
            case 1 -> deletedNuisance(database);
            default ->
                any(database, LegacyTable.SITE_STATUS, "state = 'UP'", chance)
                        .map(id -> List.of(Change.delete(LegacyTable.SITE_STATUS, id)))
                        .orElse(List.of());
        };
    }

    @Override
    public List<Change> continuation(LegacyDatabase database, Chance chance) throws SQLException {
        Optional<Object> victim = any(database, LegacyTable.VICTIM, "true", chance);
        return victim.map(id -> List.of(Change.insert(new HotlineRow.Return(
                        ids.next(LegacyTable.RETURN_RECORD),
                        ((Number) id).intValue(),
                        times.today(),
                        chance.oneOf("RESCUED", "HANDED_OVER", "SELF_RETURNED"),
                        chance.oneOf("Tân Thanh", "Móng Cái", "Mộc Bài"),
                        null,
                        null,
                        "POTENTIAL_VICTIM",
                        null))))
                .orElse(List.of());
    }

    private List<Change> correctedVictim(Chance chance) {
        return recent.any(LegacyTable.VICTIM, chance).map(this::corrected).orElse(List.of());
    }

    private List<Change> corrected(RecentRows.Row row) {
        Person person = row.person();
        String number = person.identityNumberOn(times.today());
        List<String> words = person.name().words();
        boolean family = !person.name().family().isEmpty();
        return List.of(Change.update(
                LegacyTable.VICTIM,
                row.id(),
                "family_name = ?, middle_and_given_name = ?, dob = ?, dob_precision = 'D', id_type = ?, id_number = ?,"
                        + " updated_at = ?",
                family ? words.getFirst() : null,
                String.join(" ", family ? words.subList(1, words.size()) : words),
                person.birth(),
                number == null ? null : "CCCD",
                number,
                now()));
    }

    private List<Change> correctedCaller(Chance chance) {
        return recent.any(LegacyTable.CALLER, chance)
                .map(row -> List.of(Change.update(
                        LegacyTable.CALLER,
                        row.id(),
                        "full_name = ?, birth_year = ?, updated_at = ?",
                        row.person().name().full(),
                        row.person().birth().getYear(),
                        now())))
                .orElse(List.of());
    }

    private List<Change> caseMoves(LegacyDatabase database, Chance chance) throws SQLException {
        String status = chance.oneOf("SCREENING", "ASSISTING", "REFERRED", "CLOSED");
        long from = chance.below((int) database.maximum(LegacyTable.VICTIM) + 1);
        return database.first(
                        "SELECT case_no FROM hotline.victim JOIN hotline.case_file USING (victim_id)"
                                + " WHERE victim_id >= ? ORDER BY victim_id LIMIT 1",
                        from)
                .map(number -> List.of(Change.update(
                        LegacyTable.CASE_FILE,
                        number,
                        "status = ?, closed_on = ?, narrative = ?",
                        status,
                        status.equals("CLOSED") ? times.today() : null,
                        "Cập nhật " + times.now() + " 🆗")))
                .orElse(List.of());
    }

    private List<Change> referralAnswered(LegacyDatabase database, Chance chance) throws SQLException {
        return any(database, LegacyTable.REFERRAL, "true", chance)
                .map(id -> List.of(Change.update(
                        LegacyTable.REFERRAL,
                        id,
                        "outcome = ?, responded_on = ?, satisfaction = ?",
                        chance.oneOf("ACCEPTED", "COMPLETED", "DECLINED"),
                        times.today(),
                        chance.between(1, 5))))
                .orElse(List.of());
    }

    private static List<Change> deletedCaller(LegacyDatabase database, Chance chance) throws SQLException {
        Optional<Object> caller = any(database, LegacyTable.CALLER, NAMELESS, chance);
        if (caller.isEmpty()) {
            return List.of();
        }
        Object id = caller.get();
        List<Change> changes = new ArrayList<>();
        for (Object call : database.all("SELECT call_id FROM hotline.call WHERE caller_id = ?", id)) {
            changes.add(Change.update(LegacyTable.CALL, call, "caller_id = NULL"));
        }
        for (Object number : database.all("SELECT case_no FROM hotline.case_file WHERE reported_by = ?", id)) {
            changes.add(Change.update(LegacyTable.CASE_FILE, number, "reported_by = NULL"));
        }
        changes.add(Change.delete(LegacyTable.CALLER, id));
        return changes;
    }

    private static List<Change> deletedNuisance(LegacyDatabase database) throws SQLException {
        return database.first(
                        "SELECT call_id FROM hotline.call c WHERE outcome IN ('NUISANCE', 'ABANDONED') AND NOT EXISTS"
                                + " (SELECT 1 FROM hotline.call_review r WHERE r.call_id = c.call_id) ORDER BY call_id LIMIT 1")
                .map(id -> List.of(Change.delete(LegacyTable.CALL, id)))
                .orElse(List.of());
    }

    private OffsetDateTime now() {
        return times.now().atOffset(ZoneOffset.ofHours(7));
    }

    private static Optional<Object> any(LegacyDatabase database, LegacyTable table, String where, Chance chance)
            throws SQLException {
        String key = table.columns().getFirst();
        long from = chance.below((int) Math.min(Integer.MAX_VALUE - 1, database.maximum(table)) + 1);
        return database.first(
                "SELECT " + key + " FROM " + table.sqlName() + " WHERE " + key + " >= ? AND " + where + " ORDER BY "
                        + key + " LIMIT 1",
                from);
    }
}

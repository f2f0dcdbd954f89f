package org.unifiedhotline.demo.people.traffic;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;
import org.unifiedhotline.demo.people.households.Household;
import org.unifiedhotline.demo.people.households.Households;
import org.unifiedhotline.demo.people.systems.Batch;
import org.unifiedhotline.demo.people.systems.Ids;
import org.unifiedhotline.demo.people.systems.LegacyRow;
import org.unifiedhotline.demo.people.systems.LegacyTable;
import org.unifiedhotline.demo.people.systems.SourceSystem;
import org.unifiedhotline.demo.people.systems.StoryTeller;

/**
 * Plans one system's transactions. The planners of the two systems tell the same stories in the same order, each for its
 * own system, so that what happens on both lines is about the same people.
 */
final class Planner {

    /** Households beyond any sample world: people whom nobody knew. */
    private static final long NEWCOMERS = 1_000_000_000L;

    private final SourceSystem source;
    private final Households households;
    private final int knownHouseholds;
    private final long seed;
    private final Ids ids = new Ids();
    private final RecentRows recent = new RecentRows();
    private final StoryTeller stories;
    private final Application application;
    private final Chance chance;
    private long story;
    private Batch uncommitted = new Batch();

    /**
     * @param seed tells the plan, together with the rows that stand at the start
     * @param knownHouseholds so many of the sample world's first households may call again
     */
    Planner(SourceSystem source, long seed, Households households, int knownHouseholds, LiveTimes times) {
        this.source = source;
        this.seed = seed;
        this.households = households;
        this.knownHouseholds = knownHouseholds;
        this.stories = new StoryTeller(seed, ids, times);
        this.chance = Chance.of(seed, "traffic of " + source, 0);
        this.application = source == SourceSystem.SWITCHBOARD
                ? new SwitchboardApplication(recent, times, ids)
                : new HotlineApplication(recent, times, ids);
    }

    /** The transaction planned last is committed: only now do its rows surely belong to the people it told of. */
    void committed() {
        recent.remember(uncommitted, source);
        uncommitted = new Batch();
    }

    /** Continues after the keys that the tables hold now, and forgets a transaction that was not committed. */
    void readKeys(LegacyDatabase database) throws SQLException {
        uncommitted = new Batch();
        for (LegacyTable table : LegacyTable.of(source)) {
            if (hasNumbers(table)) {
                ids.continueAfter(table, database.maximum(table));
            }
        }
    }

    /** The next transaction: one row or more, changes in the order in which they must be carried out. */
    List<Change> next(LegacyDatabase database) throws SQLException {
        List<Change> changes = List.of();
        while (changes.isEmpty()) {
            changes = switch (chance.weighted(56, 26, 12, 6)) {
                case 1 -> application.correction(database, chance);
                case 2 -> application.deletion(database, chance);
                case 3 -> application.continuation(database, chance);
                default -> story();
            };
        }
        return changes;
    }

    private List<Change> story() {
        List<Change> changes = new ArrayList<>();
        while (changes.isEmpty()) {
            Batch batch = new Batch();
            long number = story++;
            stories.tellOne(household(number), number, batch);
            for (LegacyTable table : LegacyTable.of(source)) {
                for (LegacyRow row : batch.rows(table)) {
                    changes.add(Change.insert(row));
                }
            }
            uncommitted = batch;
        }
        return changes;
    }

    /** Somebody new for two stories of three, otherwise a household of the sample world. */
    private Household household(long number) {
        Chance who = Chance.of(seed, "who", number);
        boolean known = knownHouseholds > 0 && who.happens(0.33);
        return known
                ? households.make(who.below(knownHouseholds), 1)
                : households.make(NEWCOMERS + (who.bits() >>> 20), 1);
    }

    private static boolean hasNumbers(LegacyTable table) {
        return switch (table) {
            case DM_TINH, DM_LINH_VUC, TONG_DAI_VIEN, AGENCY, CALL -> false;
            case NGUOI_GOI,
                    TRE_EM,
                    CA_CAN_THIEP,
                    CUOC_GOI,
                    CHUYEN_TUYEN,
                    QMS_DANH_GIA,
                    GIAM_SAT,
                    CALLER,
                    VICTIM,
                    CASE_FILE,
                    RETURN_RECORD,
                    REFERRAL,
                    CALL_REVIEW,
                    SITE_STATUS -> true;
        };
    }
}

package org.unifiedhotline.demo.people.traffic;

import java.sql.SQLException;
import java.util.List;
import org.unifiedhotline.demo.people.chance.Chance;

/** What one legacy application does to rows that stand already; each answer is one transaction, empty if nothing fits. */
sealed interface Application permits SwitchboardApplication, HotlineApplication {

    /** A clerk corrects or completes a row in place, or a case moves on. */
    List<Change> correction(LegacyDatabase database, Chance chance) throws SQLException;

    /** An anonymised caller, a silent call or an old report of the equipment goes. */
    List<Change> deletion(LegacyDatabase database, Chance chance) throws SQLException;

    /** A further step of a case that stands: a return, a referral, a call. */
    List<Change> continuation(LegacyDatabase database, Chance chance) throws SQLException;
}

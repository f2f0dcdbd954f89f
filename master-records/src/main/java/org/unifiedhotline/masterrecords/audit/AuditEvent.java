package org.unifiedhotline.masterrecords.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * Something that happened and is to be remembered.
 *
 * @param at when, kept to the microsecond
 * @param account who; null if nobody had logged in
 * @param roles the roles that the account had then
 * @param address from where; null if from within the service
 * @param call what was called, by the words of the service, never by what was typed
 * @param status of the answer, as in HTTP; 0 if nothing was answered
 * @param refused whether it was refused
 * @param masters the master records that were shown, asked for or decided about
 * @param details whatever else matters, by name; may hold what people typed, so it is kept sealed
 */
public record AuditEvent(
        Instant at,
        @Nullable String account,
        List<String> roles,
        @Nullable String address,
        AuditKind kind,
        String call,
        int status,
        boolean refused,
        List<MasterId> masters,
        Map<String, String> details) {
    /** The detail that tells the account's own centres then, where it has some. */
    public static final String CENTRES = "centres";

    /** The call of the alert that somebody was shown, with a reason, whom they may not see. */
    public static final String GLASS_BROKEN = "broke the glass";

    public AuditEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        roles = roles.stream().distinct().sorted().toList();
        masters = masters.stream().distinct().toList();
        details = new TreeMap<>(details);
    }

    /** Something that the service itself did. */
    public static AuditEvent ofService(Instant at, AuditKind kind, String call, Map<String, String> details) {
        return new AuditEvent(at, null, List.of(), null, kind, call, 0, false, List.of(), details);
    }

    /** Names nothing that was typed: safe in a log. */
    @Override
    public String toString() {
        return "AuditEvent[" + kind + ", " + call + ", " + status + "]";
    }
}

package org.unifiedhotline.console.audit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.console.access.AuditMark;
import org.unifiedhotline.masterrecords.audit.AuditKind;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * What is known of a call when its answer begins.
 *
 * @param mark as what it is put on record
 * @param kind the same, for what is refused although it is never put on record otherwise
 * @param known whether it came with a token, or with the cookie of a session that was
 * @param asked the master records that the call asks for
 */
record CallFacts(
        AuditMark mark,
        AuditKind kind,
        String call,
        @Nullable String account,
        List<String> roles,
        @Nullable String address,
        boolean known,
        List<MasterId> asked,
        Map<String, String> details) {
    static final CallFacts NOT_RECORDED =
            new CallFacts(AuditMark.NONE, AuditKind.READ, "", null, List.of(), null, false, List.of(), Map.of());

    /** The same, of a call that named these people otherwise than by its path. */
    CallFacts naming(Collection<MasterId> people) {
        Set<MasterId> all = new LinkedHashSet<>(asked);
        all.addAll(people);
        return new CallFacts(mark, kind, call, account, roles, address, known, List.copyOf(all), details);
    }

    /** Whether this status refuses: who is not known, not allowed, or asks too much. */
    static boolean isRefusal(int status) {
        return status == 401 || status == 403 || isOfLimits(status);
    }

    /** Whether too often, too large, or a kind of content that nothing here takes. */
    private static boolean isOfLimits(int status) {
        return status == 413 || status == 415 || status == 429;
    }

    /**
     * Pages ask who has logged in before anybody has: that nobody is told so is not worth an entry. Who came with a token or a session
     * that does not hold is refused like anybody.
     */
    boolean isRecorded(int status, boolean hidden) {
        return mark != AuditMark.NONE || status == 403 || (status == 401 && known) || isOfLimits(status) || hidden;
    }
}

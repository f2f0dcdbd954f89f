package org.unifiedhotline.console.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.sourcerecords.SourceRecordId;

/**
 * Where controllers say whom they show beyond what is noticed anyway: the master id in a call's path, every {@link MasterId} that an
 * answer as JSON holds, and all that was typed. What remains: lists that are written row by row ({@code
 * disclosures.people(ids)} before the rows go out); source records that are named by their keys alone ({@link #records}); ids in a body that is
 * sent, or in a header. Who answers after the call's thread has gone keeps {@link #call()} and says it there.
 */
@Component
public final class Disclosures {
    /** So many characters of a note are kept: as much as an address may hold. */
    private static final int LONGEST_NOTE = 16 * 1024;

    public static final String ATTRIBUTE = AuditedCall.class.getName();

    private final MasterRecords masterRecords;

    Disclosures(MasterRecords masterRecords) {
        this.masterRecords = masterRecords;
    }

    /** These people are shown, or decided about. */
    public void people(MasterId... shown) {
        people(Arrays.asList(shown));
    }

    /** These people are shown, or decided about. */
    public void people(Collection<MasterId> shown) {
        call().masters(shown);
    }

    /** Source records are named: on record is whom they belong to. */
    public void records(Collection<SourceRecordKey> named) {
        if (!named.isEmpty()) {
            people(masterRecords.peopleOf(
                    named.stream().map(SourceRecordId::of).distinct().toList()));
        }
    }

    /** These people are asked about among others, and that is refused. */
    public void refused(Collection<MasterId> asked) {
        call().refusedAmongOthers(asked);
    }

    /** Something else worth remembering, the beginning of it; kept sealed. What may be longer is asked {@link #isKept} before. */
    public void note(String name, String value) {
        call().note(name, value.length() <= LONGEST_NOTE ? value : value.substring(0, LONGEST_NOTE));
    }

    /** Whether the whole of a note is kept; a search by one that is not must be refused. */
    public static boolean isKept(String value) {
        return value.length() <= LONGEST_NOTE;
    }

    /** What was asked for is there, but outside the caller's scope: it is answered as unknown, and on record as refused. */
    public void hidden() {
        call().hidden();
    }

    /** An id that is being written into an answer, by the thread of its request. */
    public static void noticed(MasterId id) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof AuditedCall call) {
            call.masters(List.of(id));
        }
    }

    /**
     * The call of this thread's request.
     *
     * @throws IllegalStateException outside a request
     */
    public AuditedCall call() {
        Object call = RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (call instanceof AuditedCall audited) {
            return audited;
        }
        throw new IllegalStateException("this request did not come through the audit's filter");
    }
}

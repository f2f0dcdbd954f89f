package org.unifiedhotline.console.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.unifiedhotline.masterrecords.audit.AuditEvent;
import org.unifiedhotline.masterrecords.audit.AuditTrail;
import org.unifiedhotline.masterrecords.audit.AuditUnavailableException;
import org.unifiedhotline.masterrecords.records.MasterId;

/**
 * One call on its way into the trail. Whom it shows is said before its answer begins; what a long answer shows later goes
 * into further entries of the same call. May be used by the thread that writes a long answer after the call's own has gone.
 */
public final class AuditedCall {
    private static final int MOST_MASTERS_OF_AN_ENTRY = 1_000;

    private final AuditTrail trail;
    private final Clock clock;
    private final Set<MasterId> masters = new LinkedHashSet<>();
    /** Whom the call asked about among others, and was refused. */
    private final Set<MasterId> denied = new LinkedHashSet<>();

    private final Map<String, String> notes = new TreeMap<>();
    private CallFacts facts = CallFacts.NOT_RECORDED;
    private boolean hidden;
    private boolean refused;
    private boolean begun;
    private boolean gathering;
    private int status;

    AuditedCall(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * These people are shown, asked for or decided about.
     *
     * @throws AuditUnavailableException if the answer is under way already and no more can be put on record: end it
     */
    public synchronized void masters(Collection<MasterId> shown) {
        masters.addAll(shown);
        if (begun && masters.size() >= MOST_MASTERS_OF_AN_ENTRY) {
            writeAll();
        }
    }

    /**
     * Puts on record whom it showed since the entry before, without waiting for its end; of an answer that has not begun it stands in the
     * first entry.
     *
     * @throws AuditUnavailableException if that cannot be done now: end the answer
     */
    public synchronized void putMasters() {
        if (begun) {
            writeAll();
        }
    }

    /** From now on whoever writes the answer says by {@link #putMasters} when whom it shows is put on record; it is not put with each portion. */
    public synchronized void gather() {
        gathering = true;
    }

    /**
     * Before another portion of the answer is let go.
     *
     * @throws AuditUnavailableException if whom it shows cannot be put on record: it must not go
     */
    synchronized void letGo() {
        if (begun && !gathering) {
            writeAll();
        }
    }

    /** Whom it is known to be about by now. */
    synchronized List<MasterId> named() {
        return List.copyOf(masters);
    }

    /**
     * One of many things that the call asks for is refused, which its status does not say: whom that is about goes into an entry of its own,
     * as refused.
     */
    public synchronized void refusedAmongOthers(Collection<MasterId> asked) {
        denied.addAll(asked);
    }

    /** Something else worth remembering of the call; kept sealed. What the call was asked is kept anyway. */
    public synchronized void note(String name, String value) {
        notes.put(name, value);
    }

    /** The call is answered as if what it asks for did not exist, because it is outside the caller's scope. */
    public synchronized void hidden() {
        hidden = true;
    }

    /** The call is refused, though its answer's status does not say so: a login that leads back to the login page. */
    public synchronized void refused(String why) {
        refused = true;
        notes.put("refused", why);
    }

    /** Before the first byte of the answer. */
    synchronized void begin(CallFacts known, int answeredWith) {
        if (begun) {
            return;
        }
        facts = known;
        status = answeredWith;
        masters.addAll(known.asked());
        if (masters.isEmpty()) {
            write(List.of());
        } else {
            writeAll();
        }
        begun = true;
    }

    /** After the last byte. */
    synchronized void end(int endedWith) {
        if (endedWith != status) {
            status = endedWith;
            notes.put("ended", "otherwise than it began");
            write(List.of());
        }
        writeAll();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    private void writeAll() {
        inPortions(masters, this::write);
        inPortions(denied, this::writeDenied);
    }

    private static void inPortions(Set<MasterId> people, Consumer<List<MasterId>> writing) {
        List<MasterId> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += MOST_MASTERS_OF_AN_ENTRY) {
            writing.accept(all.subList(from, Math.min(all.size(), from + MOST_MASTERS_OF_AN_ENTRY)));
        }
        people.clear();
    }

    private void write(List<MasterId> about) {
        if (facts.isRecorded(status, hidden)) {
            write(about, status, hidden || refused || CallFacts.isRefusal(status));
        }
    }

    private void writeDenied(List<MasterId> about) {
        write(about, HttpServletResponse.SC_FORBIDDEN, true);
    }

    private void write(List<MasterId> about, int answeredWith, boolean refusal) {
        Map<String, String> details = new TreeMap<>(facts.details());
        details.putAll(notes);
        if (hidden) {
            details.put("outsideScope", "true");
        }
        trail.record(new AuditEvent(
                clock.instant(),
                facts.account(),
                facts.roles(),
                facts.address(),
                facts.kind(),
                facts.call(),
                answeredWith,
                refusal,
                about,
                details));
    }
}

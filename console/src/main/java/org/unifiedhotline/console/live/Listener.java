package org.unifiedhotline.console.live;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.unifiedhotline.console.live.LiveEvent.AlertRaised;
import org.unifiedhotline.console.live.LiveEvent.Missed;
import org.unifiedhotline.console.live.LiveEvent.PersonChanged;
import org.unifiedhotline.console.live.LiveEvent.Replaced;
import org.unifiedhotline.console.live.LiveEvent.Standing;
import org.unifiedhotline.console.live.LiveEvent.StewardshipChanged;
import org.unifiedhotline.masterrecords.audit.AuditUnavailableException;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

/** One open stream: what it may be told, what waits for it, and the thread that writes it. */
final class Listener {
    /** What may wait for a listener that reads slowly; then it is told that it missed something, and no more than that. */
    private static final int WAITING = 256;

    /** A window that has gone is noticed by the second of them: until then it counts among those of its account. */
    private static final long HEARTBEAT_SECONDS = 5;

    private final SseEmitter stream;
    private final String account;
    private final @Nullable String session;
    private final @Nullable Instant until;
    private final long from;
    private final ReaderScope scope;
    private final Predicate<LiveEvent> mayKnow;
    private final ToldPeople told;
    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private volatile boolean ended;
    private volatile @Nullable Thread writer;
    private volatile long passed;

    /**
     * A listener.
     *
     * @param session ends it with itself; null for machines
     * @param until when it ends at the latest; null if never
     * @param from the position that it knows already
     * @param scope the records that it may know of: of a person of whom none is within, it is told nothing
     * @param mayKnow what it may be told besides
     * @param told puts on record of whom it is told
     */
    Listener(
            SseEmitter stream,
            String account,
            @Nullable String session,
            @Nullable Instant until,
            long from,
            ReaderScope scope,
            Predicate<LiveEvent> mayKnow,
            ToldPeople told) {
        this.stream = stream;
        this.account = account;
        this.session = session;
        this.until = until;
        this.from = from;
        this.passed = from;
        this.scope = scope;
        this.mayKnow = mayKnow;
        this.told = told;
    }

    /** The records that it may know of. */
    ReaderScope scope() {
        return scope;
    }

    String account() {
        return account;
    }

    boolean isOf(String endedSession) {
        return endedSession.equals(session);
    }

    /** Hands something over if the listener may know it; never waits. */
    void offer(LiveEvent event) {
        boolean known = event instanceof PersonChanged person && person.position() <= from;
        if (!known && mayKnow.test(event) && !waiting.offer(event)) {
            overflowed.set(true);
        }
    }

    /** Ends the stream, whatever waits. */
    void end() {
        ended = true;
        Thread writing = writer;
        if (writing != null) {
            writing.interrupt();
        }
    }

    /** Ends the stream with a word that a newer one took its place. */
    void replace() {
        waiting.clear();
        waiting.add(new Replaced());
    }

    /** Writes what comes until the stream ends: in a thread of its own. */
    void write(Runnable afterwards) {
        writer = Thread.currentThread();
        boolean gone = false;
        try {
            writeUntilOver();
        } catch (InterruptedException | AuditUnavailableException end) {
            // Ended from outside, or because what it tells cannot be put on record.
        } catch (IOException | IllegalStateException away) {
            // Whoever listened has gone, or reads nothing any more: the server ends the call by itself.
            gone = true;
        } finally {
            writer = null;
            told.put();
            afterwards.run();
            if (!gone) {
                complete();
            }
            told.putAtLast();
        }
    }

    private void writeUntilOver() throws InterruptedException, IOException {
        send(new Standing(passed));
        while (!ended && !isOver()) {
            LiveEvent next = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            ended |= next instanceof Replaced;
            if (!ended && overflowed.getAndSet(false)) {
                waiting.clear();
                send(new Missed(passed));
            } else {
                send(next == null ? new Standing(null) : next);
            }
            told.putWhenDue();
        }
    }

    private void complete() {
        try {
            stream.complete();
        } catch (IllegalStateException already) {
            // Whoever listened went meanwhile.
        }
    }

    private boolean isOver() {
        return until != null && Instant.now().isAfter(until);
    }

    private void send(LiveEvent event) throws IOException {
        SseEventBuilder built = SseEmitter.event().name(event.name());
        SseEventBuilder whole = switch (event) {
            case PersonChanged person -> {
                told.add(person.masterId());
                passed = person.position();
                yield built.id(String.valueOf(passed))
                        .data(
                                Map.of(
                                        "masterId",
                                        person.masterId().toString(),
                                        "kind",
                                        person.kind().name()),
                                MediaType.APPLICATION_JSON);
            }
            case Missed missed -> built.id(String.valueOf(missed.position())).data("{}");
            case StewardshipChanged ignored -> built.data("{}");
            case AlertRaised ignored -> built.data("{}");
            case Replaced ignored -> built.data("{}");
            case Standing standing ->
                standing.position() == null
                        ? SseEmitter.event().comment("")
                        : built.id(String.valueOf(standing.position())).data("{}");
        };
        stream.send(whole);
    }
}

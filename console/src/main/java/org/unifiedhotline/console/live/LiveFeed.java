package org.unifiedhotline.console.live;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.unifiedhotline.console.live.LiveEvent.AlertRaised;
import org.unifiedhotline.console.live.LiveEvent.Missed;
import org.unifiedhotline.console.live.LiveEvent.PersonChanged;
import org.unifiedhotline.console.live.LiveEvent.StewardshipChanged;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.audit.AlertPulse;
import org.unifiedhotline.masterrecords.events.EventFeed;
import org.unifiedhotline.masterrecords.events.Knowledge;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.scope.ReaderScope;
import org.unifiedhotline.masterrecords.scope.ScopedRecords;
import org.unifiedhotline.masterrecords.stewardship.StewardshipPulse;

/** Follows the hub's order of changes while somebody listens, and hands what is new to every listener. */
@Component
final class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Knowledge EVERYTHING = new Knowledge(EnumSet.allOf(SourceSystem.class));
    private static final int PAGE = 200;
    /** Of more changes than this at once nobody is told one by one: a first load, another model. */
    private static final int MOST_BEHIND = 1_000;

    private static final int MOST_OF_AN_ACCOUNT = 10;
    private static final int MOST = 500;

    private final EventFeed feed;
    private final StewardshipPulse stewardship;
    private final ScopedRecords scoped;
    private final MasterRecords masterRecords;
    private final AlertPulse alerts;
    private final Listeners listeners = new Listeners(MOST_OF_AN_ACCOUNT, MOST);
    private volatile @Nullable Thread follower;

    /** Up to where the listeners were told, from when the first of them came; guarded by this, like the next two. */
    private long position;

    private List<Long> pulse = List.of();
    private long alertsSeen;

    LiveFeed(
            EventFeed feed,
            StewardshipPulse stewardship,
            ScopedRecords scoped,
            MasterRecords masterRecords,
            AlertPulse alerts) {
        this.feed = feed;
        this.stewardship = stewardship;
        this.scoped = scoped;
        this.masterRecords = masterRecords;
        this.alerts = alerts;
    }

    /** The position of the last change. */
    long end() {
        return feed.end();
    }

    /**
     * Takes a listener in and writes to it from now on. Of what it missed since the position that it knows, it is told first.
     *
     * @throws org.unifiedhotline.console.problems.ProblemException 429 if there are too many
     */
    void open(Listener listener, long since) {
        begin(listener, since);
        Thread.ofPlatform()
                .daemon()
                .name("live-" + listener.account())
                .start(() -> listener.write(() -> listeners.remove(listener)));
    }

    /** What is past is told here, what comes by the follower: each change once, since both hold the lock. */
    private synchronized void begin(Listener listener, long since) {
        if (listeners.isEmpty()) {
            position = feed.end();
            pulse = stewardship.now();
            alertsSeen = alerts.head();
        }
        listeners.add(listener);
        if (position - since > MOST_BEHIND) {
            listener.offer(new Missed(position));
            return;
        }
        long told = since;
        while (told < position) {
            EventFeed.Page page = feed.after(told, EVERYTHING, (int) Math.min(PAGE, position - told));
            List<PersonChanged> missed = changes(page).stream()
                    .filter(change -> change.position() <= position)
                    .toList();
            within(listener.scope(), missed).forEach(listener::offer);
            told = page.changes() == 0 ? position : page.last();
        }
    }

    /** How many streams are open. */
    int size() {
        return listeners.size();
    }

    @EventListener
    void sessionEnded(HttpSessionDestroyedEvent ended) {
        listeners.endOf(ended.getId());
    }

    @Override
    public void start() {
        Thread following = Thread.ofPlatform().daemon().name("live-feed").unstarted(this::follow);
        follower = following; // before it runs: it ends when it finds nobody here
        following.start();
    }

    /** Streams end before the server waits for calls under way. */
    @Override
    public void stop() {
        Thread following = follower;
        follower = null;
        if (following != null) {
            following.interrupt();
        }
        listeners.endAll();
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void follow() {
        while (follower != null) {
            try {
                Thread.sleep(PAUSE);
                if (!listeners.isEmpty()) {
                    tellPeople();
                    tellStewardship();
                    tellAlerts();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (DataAccessException away) {
                // The hub is away: whoever is listening is told when it is back.
                LOG.warn(
                        "the order of changes cannot be read: {}",
                        away.getClass().getSimpleName());
            }
        }
    }

    private synchronized void tellPeople() {
        EventFeed.Page page = feed.after(position, EVERYTHING, PAGE);
        long end = page.changes() == PAGE ? feed.end() : page.last();
        if (end - page.last() > MOST_BEHIND) {
            listeners.offer(new Missed(end));
            position = end;
        } else {
            List<PersonChanged> changes = changes(page);
            for (ReaderScope scope : changes.isEmpty() ? Set.<ReaderScope>of() : listeners.scopes()) {
                within(scope, changes).forEach(change -> listeners.offer(change, scope));
            }
            position = page.last();
        }
    }

    private List<PersonChanged> changes(EventFeed.Page page) {
        Set<SourceRecordKey> restricted = page.events().isEmpty() ? Set.of() : masterRecords.restrictedRecords();
        return page.events().stream()
                .map(event -> PersonChanged.of(event, restricted))
                .toList();
    }

    /** The changes of people of whom a record is within a scope. */
    private List<PersonChanged> within(ReaderScope scope, List<PersonChanged> changes) {
        if (scope.isWhole() || changes.isEmpty()) {
            return changes;
        }
        List<SourceRecordKey> records = changes.stream()
                .flatMap(change -> change.records().stream())
                .distinct()
                .toList();
        Set<SourceRecordKey> known = Set.copyOf(scoped.keysWithin(scope, records));
        return changes.stream()
                .filter(change -> change.records().stream().anyMatch(known::contains))
                .map(PersonChanged::withoutKind)
                .toList();
    }

    private synchronized void tellAlerts() {
        AlertPulse.Look look = alerts.since(alertsSeen);
        alertsSeen = look.head();
        if (look.alerted()) {
            listeners.offer(new AlertRaised());
        }
    }

    private synchronized void tellStewardship() {
        List<Long> now = stewardship.now();
        if (!now.equals(pulse)) {
            listeners.offer(new StewardshipChanged());
        }
        pulse = now;
    }
}

package org.unifiedhotline.console.exports;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.desk.ExportJob;
import org.unifiedhotline.masterrecords.desk.ExportJob.Format;
import org.unifiedhotline.masterrecords.desk.ExportJobs;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.searchindex.SearchUnavailableException;
import org.unifiedhotline.searchindex.queries.Search;
import org.unifiedhotline.searchindex.queries.SearchHit;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.SearchResult;

/** Works exports off, two at a time, and takes files away when their time is over. */
@Component
@EnableConfigurationProperties(ExportProperties.class)
class Exports implements AutoCloseable {
    /** So many of one account may be under way. */
    static final int MOST_UNDER_WAY = 3;

    private static final int THREADS = 2;
    private static final int PAGE = 200;
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final long TIDY_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    private final ExportJobs jobs;
    private final Search search;
    private final Consent consent;
    private final MasterRecords masterRecords;
    private final ExportProperties properties;
    private final ExportFolder folder;
    private final Future<?> tidying;
    /** Whom each file that stands here tells of. */
    private final Map<UUID, List<MasterId>> told = new ConcurrentHashMap<>();
    /** The source records that it tells more of than that they were found. */
    private final Map<UUID, List<SourceRecordKey>> whole = new ConcurrentHashMap<>();

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS + 1, Thread.ofPlatform().name("export-", 1).daemon().factory());

    Exports(ExportJobs jobs, Search search, Consent consent, MasterRecords masterRecords, ExportProperties properties) {
        this.jobs = jobs;
        this.search = search;
        this.consent = consent;
        this.masterRecords = masterRecords;
        this.properties = properties;
        this.folder = new ExportFolder(properties.folder());
        this.tidying = threads.scheduleWithFixedDelay(this::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    /** No file holds more people. */
    int mostPeople() {
        return properties.mostPeople();
    }

    /**
     * Begins to write what a search finds, within the scope of the request.
     *
     * @param request the search in the order wanted; its size and cursor do not matter
     */
    ExportJob begin(String owner, Format format, String purpose, SearchRequest request) {
        ExportJob job = jobs.add(owner, format, purpose, properties.mostPeople());
        threads.execute(() -> work(job, request.sized(PAGE).from(null).withoutFacets()));
        return job;
    }

    /** The file of a job that is ready, if it still stands here. */
    Optional<ExportFile> file(UUID job) {
        return folder.find(job);
    }

    /** Whom the file of a job tells of, for the record when it is fetched. */
    List<MasterId> told(UUID job) {
        return told.getOrDefault(job, List.of());
    }

    /**
     * Whether all that a file tells may leave as things stand now, whatever was so when it was written: nobody in it was restricted or erased
     * since, and whoever its records are of, consents still. If not, the job is given up, and the file goes.
     */
    boolean mayLeave(ExportJob job) {
        List<SourceRecordKey> keys = List.copyOf(whole.getOrDefault(job.id(), List.of())).stream()
                .distinct()
                .toList();
        if (!Collections.disjoint(masterRecords.hiddenRecords(), keys) || !consent.lets(keys)) {
            jobs.expired(job.id());
            return false;
        }
        return true;
    }

    private void work(ExportJob job, SearchRequest request) {
        try {
            if (write(job, request) && jobs.ready(job.id(), Instant.now().plus(properties.keepFor()))) {
                return;
            }
            remove(job.id()); // cancelled
        } catch (SearchUnavailableException away) {
            giveUp(job, "search was away", away);
        } catch (IOException | RuntimeException e) {
            giveUp(job, "the file could not be written", e);
        }
    }

    /** Writes page by page; answers false when nobody wants it any more. */
    private boolean write(ExportJob job, SearchRequest request) throws IOException {
        try (PeopleFile file = PeopleFile.of(job.format(), folder.write(job), ExportColumns.titles())) {
            List<MasterId> people = Collections.synchronizedList(new ArrayList<>());
            told.put(job.id(), people);
            List<SourceRecordKey> tellingOf = Collections.synchronizedList(new ArrayList<>());
            whole.put(job.id(), tellingOf);
            SearchRequest next = request;
            while (true) {
                SearchResult page = search.search(next);
                Map<MasterId, Consent.State> consents =
                        consent.of(page.hits().stream().map(SearchHit::masterId).toList());
                for (SearchHit hit : page.hits()) {
                    if (people.size() < job.most()) {
                        Consent.State state = consents.getOrDefault(hit.masterId(), Consent.State.NOT_ASKED);
                        file.write(ExportColumns.line(hit, state));
                        people.add(hit.masterId());
                        if (state.lets()) {
                            tellingOf.addAll(hit.sourceRecords());
                        }
                    }
                }
                if (!jobs.at(job.id(), page.total(), people.size())) {
                    return false;
                }
                if (page.nextCursor() == null || people.size() >= job.most()) {
                    return true;
                }
                next = request.from(page.nextCursor());
            }
        }
    }

    private void remove(UUID job) {
        folder.remove(job);
        told.remove(job);
        whole.remove(job);
    }

    private void giveUp(ExportJob job, String fault, Exception e) {
        // The fault's own message stays out of the log: it could quote what a record holds.
        LOG.warn("Export {} failed: {} ({})", job.id(), fault, e.getClass().getName());
        jobs.failed(job.id(), fault);
        remove(job.id());
    }

    private void tidy() {
        try {
            jobs.tidy(ABANDONED);
            folder.removeOlderThan(properties.keepFor());
            jobs.givenUp(folder.ids()).forEach(this::remove);
            told.keySet().removeIf(job -> folder.find(job).isEmpty());
            whole.keySet().retainAll(told.keySet());
        } catch (RuntimeException e) { // or it would never be called again
            LOG.warn("Files of exports could not be tidied up: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        tidying.cancel(false);
        threads.shutdownNow();
        folder.removeAll();
    }
}

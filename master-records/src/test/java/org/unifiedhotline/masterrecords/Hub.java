package org.unifiedhotline.masterrecords;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.assignment.StewardsReader;
import org.unifiedhotline.masterrecords.crosswalk.Crosswalk;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.outbox.Outbox;
import org.unifiedhotline.masterrecords.outbox.OutboxEntry;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.records.CrosswalkEntry;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterRecords;
import org.unifiedhotline.masterrecords.records.SurvivorshipReader;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;

/** The whole room for a test: its own database, the test mapping, the model that the service uses. */
public final class Hub implements AutoCloseable {
    public final TestHub database;
    public final CaptureStates states;
    public final Ingest ingest;
    public final Resolver resolver;
    public final Crosswalk crosswalk;
    public final MasterRecords masters;
    public final Outbox outbox;
    public final TestClock clock = new TestClock();
    public final ReviewTasks reviewTasks;
    public final Stewardship stewardship;

    private Hub(TestHub database, MatchModel model, Duration firstLoadWait) {
        this.database = database;
        this.states = new CaptureStates(database.database());
        this.ingest = new Ingest(database.database(), new TestMapping(), states);
        this.resolver = new Resolver(database.database(), model, 100, firstLoadWait);
        this.crosswalk = new Crosswalk(database.database());
        this.masters =
                new MasterRecords(database.database(), SurvivorshipReader.read(resource("config/survivorship.yaml")));
        this.outbox = new Outbox(database.database());
        Evidence evidence = new Evidence(database.database(), model);
        Stewards stewards = StewardsReader.read(resource("config/stewards.yaml"));
        this.reviewTasks = new ReviewTasks(database.database(), evidence, stewards, clock);
        this.stewardship = new Stewardship(
                database.database(), new Reclustering(database.database(), model), evidence, reviewTasks, clock);
    }

    /** A hub whose first load is still to come. */
    public static Hub loading(String name, Duration firstLoadWait) {
        return new Hub(TestHub.create(name), model(), firstLoadWait);
    }

    /** A hub that resolves changes as they come. */
    public static Hub running(String name, MatchModel model) {
        Hub hub = new Hub(TestHub.create(name), model, Duration.ZERO);
        hub.database.database().write(() -> new ResolutionPhase(hub.database.database()).moveTo(Phase.INCREMENTAL));
        hub.resolve();
        return hub;
    }

    public static Hub running(String name) {
        return running(name, model());
    }

    /** The queue and its decisions as they are with other stewards. */
    public Stewardship stewardshipOf(String stewards) {
        Evidence evidence = new Evidence(database.database(), model());
        return new Stewardship(
                database.database(),
                new Reclustering(database.database(), model()),
                evidence,
                reviewTasksOf(stewards),
                clock);
    }

    /** The queue as it is with other stewards. */
    public ReviewTasks reviewTasksOf(String stewards) {
        Evidence evidence = new Evidence(database.database(), model());
        return new ReviewTasks(database.database(), evidence, StewardsReader.read(stewards), clock);
    }

    /** Another instance of the service on the same database. */
    public Hub another(MatchModel model) {
        return new Hub(database, model, Duration.ZERO);
    }

    public static MatchModel model() {
        return ModelReader.read(resource("config/matching/vietnam.yaml"));
    }

    public static String resource(String name) {
        try (InputStream stream = Hub.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void take(SourceChange... changes) {
        Arrays.stream(changes)
                .collect(Collectors.groupingBy(change -> change.table().system(), TreeMap::new, Collectors.toList()))
                .forEach(ingest::ingest);
    }

    /** Until nothing is left to do. */
    public void resolve() {
        while (resolver.resolveNext() > 0) {
            // goes on
        }
    }

    /** The crosswalk as {@code table/id} to master id. */
    public Map<String, MasterId> links() {
        Map<String, MasterId> links = new TreeMap<>();
        entries()
                .forEach(entry ->
                        links.put(entry.key().table().name() + "/" + entry.key().localId(), entry.masterId()));
        return links;
    }

    public List<CrosswalkEntry> entries() {
        List<CrosswalkEntry> entries = new ArrayList<>();
        crosswalk.stream(EnumSet.allOf(SourceSystem.class), entries::add);
        return entries;
    }

    public MasterId masterOf(String table, Object id) {
        return links().get(table + "/" + id);
    }

    /** Takes everything out of the outbox. */
    public List<OutboxEntry> publish() {
        List<OutboxEntry> entries = outbox.next(10_000);
        outbox.done(entries);
        return entries;
    }

    @Override
    public void close() {
        database.close();
    }
}

package org.unifiedhotline.masterrecords.modelchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.deleted;
import static org.unifiedhotline.masterrecords.Changes.updated;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.modelchange.JobTable.Taken;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Event.What;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Kind;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.Phase;
import org.unifiedhotline.masterrecords.modelchange.ModelJob.State;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Answer;
import org.unifiedhotline.masterrecords.modelchange.ModelLifecycle.Why;
import org.unifiedhotline.masterrecords.models.ModelVersion.Origin;
import org.unifiedhotline.masterrecords.models.Models;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.CandidateEvidence;
import org.unifiedhotline.masterrecords.resolution.GradualReclustering;
import org.unifiedhotline.masterrecords.resolution.ModelDifference;
import org.unifiedhotline.masterrecords.resolution.ResolutionCheck;
import org.unifiedhotline.masterrecords.sourcerecords.CanonicalJson;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;
import org.unifiedhotline.matching.bulk.Progress;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.Trained;

/** Another model comes into force while changes and decisions flow on. */
class ActivationIT {
    private static final Set<Kind> ALL = Set.of(Kind.values());

    private final MatchModel first = Hub.model();
    /** Links on more than even odds only, and other keys become common. */
    private final MatchModel strict = strict(0.9999999, 4);

    private Hub hub;
    private HubDatabase database;
    private Models models;
    private ModelLifecycle lifecycle;
    private ModelWorker worker;
    private long offset = 100;

    private MatchModel strict(double linkAbove, int commonAbove) {
        Trained trained = first.trained().orElseThrow();
        return new MatchModel(
                first.name(),
                first.attributes(),
                first.blocking(),
                commonAbove,
                first.rivals(),
                Optional.of(new Trained(
                        trained.population(),
                        linkAbove,
                        trained.possibleAbove(),
                        trained.weights(),
                        trained.frequencies(),
                        trained.run())));
    }

    @BeforeEach
    void start() {
        hub = Hub.running("activation");
        database = hub.database.database();
        models = new Models(database);
        lifecycle = new ModelLifecycle(database, models, Clock.systemUTC());
        lifecycle.configured(first);
        worker = new ModelWorker(database, first, models, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        worker.close();
        hub.close();
    }

    private void known(MatchModel model) {
        models.register(
                model,
                Origin.OPERATOR,
                "admin",
                "a test",
                null,
                Clock.systemUTC().instant());
    }

    private ModelJob activate(MatchModel model) {
        known(model);
        return taken(lifecycle.activate(model.version(), "supervisor", "it was compared"));
    }

    private static ModelJob taken(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        return ((Answer.Taken) answer).job();
    }

    private static Why refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).why();
    }

    private ModelJob now(ModelJob job) {
        return lifecycle.job(job.id()).orElseThrow();
    }

    private void people(Random random, int changes) {
        List<SourceChange> all = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            all.add(change(random));
        }
        hub.take(all.toArray(SourceChange[]::new));
    }

    private SourceChange change(Random random) {
        String table = List.of("nguoi_goi", "tre_em", "victim").get(random.nextInt(3));
        int id = random.nextInt(25);
        if (random.nextInt(6) == 0) {
            return deleted(table, id, offset++);
        }
        return updated(
                table,
                id,
                offset++,
                "name",
                List.of("Lê Thị Hoa", "Trần Văn Nam", "Lê Hương", "Lê Thị Hòa").get(random.nextInt(4)),
                "year",
                random.nextInt(3) == 0 ? null : 1990L + random.nextInt(3),
                "phone",
                random.nextInt(3) == 0 ? null : "+8491234560" + random.nextInt(6));
    }

    private void decide(Random random) {
        List<MasterId> ids = List.copyOf(new TreeSet<>(hub.links().values()));
        Word word = new Word("steward", "at random");
        if (random.nextInt(3) == 0) {
            var open = hub.reviewTasks
                    .page(org.unifiedhotline.masterrecords.reviewtasks.TaskState.OPEN, null, null, 20)
                    .tasks();
            if (!open.isEmpty()) {
                var task = open.get(random.nextInt(open.size())).task();
                hub.stewardship.answer(task.id(), task.version(), random.nextBoolean(), word);
            }
        } else if (random.nextInt(3) == 0) {
            hub.stewardship.undo(random.nextInt(1, 20), word);
        } else {
            hub.stewardship.merge(ids.get(random.nextInt(ids.size())), ids.get(random.nextInt(ids.size())), word);
        }
    }

    private ResolutionCheck check() {
        return new ResolutionCheck(database, first);
    }

    private Set<Set<String>> clusters() {
        Map<MasterId, Set<String>> clusters = new HashMap<>();
        hub.links()
                .forEach((record, id) ->
                        clusters.computeIfAbsent(id, unseen -> new TreeSet<>()).add(record));
        return Set.copyOf(clusters.values());
    }

    /** As the service would do it, but at once. */
    private void work() {
        while (worker.next(ALL)) {
            hub.resolve();
        }
        hub.resolve();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("changes and decisions beside it: the end is what a run from scratch gives by the new model")
    void whileChangesFlow(int seed) throws InterruptedException {
        Random random = new Random(seed);
        people(random, 120);
        hub.resolve();
        for (int i = 0; i < 8; i++) {
            decide(random);
        }
        ModelJob job = activate(strict);
        Thread working = new Thread(() -> worker.next(ALL));
        working.start();
        while (working.isAlive()) {
            people(random, 5);
            hub.resolver.resolveNext();
            decide(random);
        }
        working.join();
        hub.resolve();

        assertThat(now(job).state()).isEqualTo(State.DONE);
        assertThat(lifecycle.inForce()).contains(strict.version());
        assertThat(check().differencesIfDrained()).contains(List.of());
        assertThat(check().differences()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"PREPARE", "CATCH_UP", "RECLUSTER"})
    @DisplayName("a service killed in any phase: another goes on, says so, and ends the same")
    void killed(Phase killedIn) throws InterruptedException {
        Random random = new Random(7);
        people(random, 100);
        hub.resolve();
        ModelJob job = activate(strict);
        JobTable jobs = new JobTable(database);
        UUID dead = UUID.randomUUID();
        Taken taken = database.write(() -> jobs.take(
                        ALL, dead, Duration.ofMillis(1), Clock.systemUTC().instant()))
                .orElseThrow();
        CandidateEvidence evidence = new CandidateEvidence(database, strict);
        long[] size = {0};
        if (killedIn != Phase.PREPARE) {
            evidence.build(Progress.NONE, population -> {
                size[0] = population;
                jobs.enter(taken.id(), dead, Phase.CATCH_UP, population);
            });
            people(random, 20);
            hub.resolve();
        }
        if (killedIn == Phase.RECLUSTER) {
            people(random, 20);
            evidence.takeOver(size[0], () -> jobs.enter(taken.id(), dead, Phase.RECLUSTER, size[0]));
            new GradualReclustering(database, first).next(10);
            people(random, 10);
        }
        Thread.sleep(20); // the dead one's lease of a millisecond has ended for certain
        work();

        assertThat(now(job).state()).isEqualTo(State.DONE);
        assertThat(now(job).events())
                .extracting(Event::what)
                .containsSubsequence(What.ASKED, What.BEGUN, What.CONTINUED, What.DONE);
        assertThat(check().differencesIfDrained()).contains(List.of());
    }

    @Test
    @DisplayName("nobody is parted in between: a model that links the same changes no link, and tells nobody anything")
    void noInterim() {
        people(new Random(3), 150);
        hub.resolve();
        hub.publish();
        Map<String, MasterId> before = hub.links();
        long changes = hub.database.one(Long.class, "SELECT count(*) FROM crosswalk_change");
        assertThat(Set.copyOf(before.values())).hasSizeLessThan(before.size());

        activate(strict(first.trained().orElseThrow().linkAbove(), 5));
        work();

        assertThat(hub.links()).isEqualTo(before);
        assertThat(hub.database.one(Long.class, "SELECT count(*) FROM crosswalk_change"))
                .isEqualTo(changes);
        assertThat(hub.publish()).isEmpty();
    }

    @Test
    @DisplayName("what a comparison says is what comes of the activation")
    void comparison() {
        people(new Random(5), 150);
        hub.resolve();
        known(strict);
        ModelJob compared = taken(lifecycle.compare(strict.version(), 1, "steward", "to see"));
        work();
        ModelDifference told = CanonicalJson.value(String.valueOf(now(compared).result()), ModelDifference.class);
        Set<Set<String>> before = clusters();
        Map<String, MasterId> formerly = hub.links();

        activate(strict);
        work();

        Set<Set<String>> after = clusters();
        assertThat(told.version()).isEqualTo(strict.version());
        assertThat(told.against()).isEqualTo(first.version());
        assertThat(told.records()).isEqualTo(hub.links().size());
        assertThat(told.peopleNow()).isEqualTo(before.size());
        assertThat(told.peopleThen()).isEqualTo(after.size());
        assertThat(told.pairsParted()).isEqualTo(apart(formerly, hub.links())).isPositive();
        assertThat(told.pairsLinked()).isEqualTo(apart(hub.links(), formerly));
        assertThat(told.parted()).isNotEmpty().allSatisfy(example -> {
            assertThat(example.now().bits()).isGreaterThan(0);
            assertThat(example.then().parts())
                    .extracting(ModelDifference.Part::name)
                    .contains("prior");
            assertThat(example.toString()).doesNotContain("Hoa", "Nam", "+84");
        });
    }

    /** Pairs of records together in some links and not in others. */
    private static long apart(Map<String, MasterId> some, Map<String, MasterId> others) {
        return some.keySet().stream()
                .mapToLong(a -> some.keySet().stream()
                        .filter(b -> a.compareTo(b) < 0)
                        .filter(b -> some.get(a).equals(some.get(b))
                                && !others.get(a).equals(others.get(b)))
                        .count())
                .sum();
    }

    @Test
    @DisplayName("rolled back, everybody is who they were, by the ids of before, and both are recorded")
    void rolledBack() {
        people(new Random(9), 150);
        hub.resolve();
        Map<String, MasterId> before = hub.links();
        activate(strict);
        work();
        assertThat(hub.links()).isNotEqualTo(before);

        taken(lifecycle.rollBack("supervisor", "too strict"));
        work();

        assertThat(hub.links()).isEqualTo(before);
        assertThat(check().differencesIfDrained()).contains(List.of());
        assertThat(lifecycle.activations())
                .extracting(Activation::kind, Activation::version, Activation::former, Activation::author)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Activation.Kind.ROLLBACK, first.version(), strict.version(), "supervisor"),
                        org.assertj.core.groups.Tuple.tuple(
                                Activation.Kind.ACTIVATE, strict.version(), first.version(), "supervisor"),
                        org.assertj.core.groups.Tuple.tuple(
                                Activation.Kind.CONFIGURATION, first.version(), null, "configuration"));
        assertThat(lifecycle.activations())
                .allSatisfy(activation -> assertThat(activation.completedAt()).isNotNull());
    }

    @Test
    @DisplayName("paused it waits, changes flow; resumed it ends; who did it is kept")
    void paused() {
        people(new Random(11), 100);
        hub.resolve();
        ModelJob job = activate(strict);
        taken(lifecycle.pause(job.id(), "supervisor", "a busy morning"));
        assertThat(worker.next(ALL)).isFalse();
        people(new Random(12), 30);
        hub.resolve();
        assertThat(check().differencesIfDrained()).contains(List.of());
        assertThat(lifecycle.inForce()).contains(first.version());

        taken(lifecycle.resume(job.id(), "admin", "quiet now"));
        work();

        assertThat(lifecycle.inForce()).contains(strict.version());
        assertThat(now(job).events())
                .extracting(Event::what, Event::author)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(What.PAUSED, "supervisor"),
                        org.assertj.core.groups.Tuple.tuple(What.RESUMED, "admin"));
    }

    @Test
    @DisplayName("one at work waits where it is when paused, and stops without effect when cancelled")
    void pausedAtWork() throws InterruptedException {
        people(new Random(13), 100);
        hub.resolve();
        Set<Set<String>> before = clusters();
        ModelJob job = activate(strict);
        JobTable jobs = new JobTable(database);
        UUID runner = UUID.randomUUID();
        database.write(
                () -> jobs.take(ALL, runner, JobRun.LEASE, Clock.systemUTC().instant()));
        List<String> steps = new ArrayList<>();
        Thread working;
        try (JobRun run = new JobRun(database, jobs, job.id(), runner, () -> false).begin()) {
            taken(lifecycle.pause(job.id(), "supervisor", "stop"));
            working = new Thread(() -> {
                try {
                    while (true) {
                        run.at("step", 0, 1);
                        synchronized (steps) {
                            steps.add("step");
                        }
                        Thread.onSpinWait();
                    }
                } catch (JobRun.Stopped stopped) {
                    steps.add("stopped");
                }
            });
            working.start();
            while (working.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            taken(lifecycle.cancel(job.id(), "supervisor", "never mind"));
            working.join();
        }

        assertThat(steps).endsWith("stopped");
        work();
        assertThat(now(job).state()).isEqualTo(State.CANCELLED);
        assertThat(clusters()).isEqualTo(before);
        assertThat(lifecycle.inForce()).contains(first.version());
        assertThat(lifecycle.activation()).isEmpty();
    }

    @Test
    @DisplayName("an edited configuration takes effect at start, once; the same one leaves what was activated since")
    void configured() {
        people(new Random(15), 100);
        hub.resolve();
        activate(strict);
        work();

        lifecycle.configured(first);
        assertThat(lifecycle.activation()).isEmpty();
        assertThat(lifecycle.inForce()).contains(strict.version());

        MatchModel edited = strict(0.9, 6);
        lifecycle.configured(edited);
        assertThat(lifecycle.activation()).hasValueSatisfying(job -> {
            assertThat(job.version()).isEqualTo(edited.version());
            assertThat(job.author()).isEqualTo("configuration");
        });
        work();
        assertThat(lifecycle.inForce()).contains(edited.version());
        assertThat(models.model(edited.version()))
                .hasValueSatisfying(model -> assertThat(model.version()).isEqualTo(edited.version()));
        assertThat(check().differencesIfDrained()).contains(List.of());
    }

    @Test
    @DisplayName(
            "a model is learned in the background from records and decisions, and stands as a candidate with its file")
    void trained() {
        people(new Random(17), 200);
        hub.resolve();
        decide(new Random(1));

        ModelJob job = taken(lifecycle.train(3, true, "steward", "more decisions since"));
        work();

        assertThat(now(job).state()).isEqualTo(State.DONE);
        String version = String.valueOf(now(job).version());
        assertThat(lifecycle.find(version)).hasValueSatisfying(model -> {
            assertThat(model.author()).isEqualTo("steward");
            assertThat(model.origin()).isEqualTo(Origin.TRAINED);
            assertThat(model.learned().seed()).isEqualTo(3);
            assertThat(model.learned().records()).isEqualTo(hub.links().size());
        });
        assertThat(models.model(version).orElseThrow().trained()).isPresent();
        assertThat(lifecycle.inForce()).contains(first.version());
    }

    @Test
    @DisplayName("orders that make no sense are refused: unknown, in force, another under way, nothing before, over")
    void refusals() {
        people(new Random(19), 30);
        hub.resolve();
        assertThat(refused(lifecycle.activate("0000", "s", "r"))).isEqualTo(Why.UNKNOWN);
        assertThat(refused(lifecycle.compare("0000", 1, "s", "r"))).isEqualTo(Why.UNKNOWN);
        assertThat(refused(lifecycle.activate(first.version(), "s", "r"))).isEqualTo(Why.IN_FORCE);
        assertThat(refused(lifecycle.rollBack("s", "r"))).isEqualTo(Why.NOTHING_BEFORE);
        ModelJob job = activate(strict);
        assertThat(refused(lifecycle.activate(strict.version(), "s", "r"))).isEqualTo(Why.UNDER_WAY);
        work();
        assertThat(refused(lifecycle.cancel(job.id(), "s", "r"))).isEqualTo(Why.NOT_NOW);
        assertThat(refused(lifecycle.pause(999, "s", "r"))).isEqualTo(Why.UNKNOWN);
    }
}

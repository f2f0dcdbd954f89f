package org.unifiedhotline.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.app.hub.SmallHub;
import org.unifiedhotline.app.hub.SmallHub.Said;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.resolution.Reclustering;
import org.unifiedhotline.masterrecords.resolution.Resolver;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.ReviewTask;
import org.unifiedhotline.masterrecords.stewardship.ReviewTasks;
import org.unifiedhotline.masterrecords.stewardship.Ruling;
import org.unifiedhotline.masterrecords.stewardship.Stewardship;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;
import org.unifiedhotline.matching.model.MatchModel;
import org.unifiedhotline.matching.model.ModelReader;

@DisplayName("verify-resolution")
class VerifyResolutionIT {
    private static final VerifyResolutionCommand VERIFY = new VerifyResolutionCommand();

    @Test
    @DisplayName("finds nothing in a hub that was resolved, and names whatever was altered by SQL")
    void findsWhatWasAltered() throws Exception {
        SmallHub small = new SmallHub("verify_resolution", 150);
        Said early = small.run(VERIFY);
        assertThat(early.code()).isEqualTo(2);
        assertThat(early.err()).contains("first load");

        resolve(small);
        Said sound = small.run(VERIFY);
        assertThat(sound.code()).as(sound.out() + sound.err()).isZero();
        assertThat(sound.out()).endsWith("no difference\n");

        sql(
                small,
                "UPDATE link SET master_id = (SELECT master_id FROM link WHERE local_id = '20') WHERE local_id = '10'");
        Said link = small.run(VERIFY);
        assertThat(link.code()).isEqualTo(1);
        assertThat(link.out())
                .contains("LINK switchboard/nguoi_goi/10: is linked to ")
                .contains("by the history it belongs");
        sql(small, """
                UPDATE link SET master_id = (SELECT master_id FROM master_record_history
                                              WHERE link.record_id = ANY (members) LIMIT 1) WHERE local_id = '10'
                """);
        assertThat(small.run(VERIFY).code()).isZero();

        sql(small, "UPDATE edge SET bits = bits + 1 WHERE record_a = (SELECT min(record_a) FROM edge)");
        sql(small, "DELETE FROM blocking_key WHERE record_id = (SELECT record_id FROM link WHERE local_id = '30')");
        Said more = small.run(VERIFY);
        assertThat(more.out())
                .contains("EDGE switchboard/nguoi_goi/")
                .contains("KEYS switchboard/nguoi_goi/30: ")
                .doesNotContain("Nguyễn");
    }

    @Test
    @DisplayName("could not run where the hub is away, the arguments are wrong, or changes wait for ever")
    void couldNotRun() throws Exception {
        assertThat(SmallHub.run(VERIFY, List.of("--wait", "soon")).code()).isEqualTo(2);
        assertThat(SmallHub.run(VERIFY, List.of("--demo", "/nowhere")).code()).isEqualTo(2);
        assertThat(SmallHub.run(VERIFY, List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/hub"))
                        .code())
                .isEqualTo(2);
        SmallHub small = new SmallHub("verify_waiting", 5);
        resolve(small);
        sql(small, "INSERT INTO resolution_queue (record_id, task) VALUES (1, 'RESOLVE')");
        Said waiting = small.run(VERIFY, "--wait", "0");
        assertThat(waiting.code()).isEqualTo(2);
        assertThat(waiting.err()).contains("changes wait to be resolved");
    }

    @Test
    @DisplayName("finds nothing after random decisions of stewards, nor after all of them were undone in another order")
    void randomDecisions() throws Exception {
        SmallHub small = new SmallHub("verify_decisions", 120);
        resolve(small);
        List<String> before = people(small);
        Evidence evidence = new Evidence(small.hub(), model());
        ReviewTasks tasks = new ReviewTasks(small.hub(), evidence, Clock.systemUTC());
        Stewardship stewardship = new Stewardship(
                small.hub(), new Reclustering(small.hub(), model()), evidence, tasks, Clock.systemUTC());
        Random random = new Random(7);
        List<Long> decided = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (decide(small, stewardship, tasks, random) instanceof Ruling.InForce made) {
                decided.add(made.decision().id());
            }
        }
        assertThat(decided).hasSizeGreaterThan(100);
        Said after = small.run(VERIFY);
        assertThat(after.code()).as(after.out() + after.err()).isZero();
        assertThat(people(small)).isNotEqualTo(before);

        Collections.shuffle(decided, random);
        decided.forEach(id -> assertThat(stewardship.undo(id, new Word("steward", "all of it")))
                .isInstanceOf(Ruling.InForce.class));
        Said undone = small.run(VERIFY);
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(people(small)).isEqualTo(before);
    }

    private static Ruling decide(SmallHub small, Stewardship stewardship, ReviewTasks tasks, Random random) {
        Word word = new Word("steward", "at random");
        var open = tasks.page(TaskState.OPEN, null, null, 20).tasks();
        if (!open.isEmpty() && random.nextInt(3) > 0) {
            ReviewTask task = open.get(random.nextInt(open.size())).task();
            return stewardship.answer(task.id(), task.version(), random.nextBoolean(), word);
        }
        List<MasterId> ids = small.hub()
                .sql()
                .sql(
                        "SELECT master_id FROM master_record WHERE state = 'STANDING' ORDER BY md5(master_id::text || ?) LIMIT 2")
                .param(random.nextInt())
                .query((row, number) -> MasterId.of(row.getString("master_id")))
                .list();
        return stewardship.merge(ids.getFirst(), ids.getLast(), word);
    }

    /** The ids that stand, each with its records. */
    private static List<String> people(SmallHub small) {
        return small.hub()
                .sql()
                .sql(
                        "SELECT master_id || string_agg(local_id, ',' ORDER BY local_id) FROM link GROUP BY master_id ORDER BY 1")
                .query(String.class)
                .list();
    }

    private static void resolve(SmallHub small) throws Exception {
        small.hub().write(() -> new ResolutionPhase(small.hub()).moveTo(Phase.INCREMENTAL));
        Resolver resolver = new Resolver(small.hub(), model(), 100, Duration.ZERO);
        while (resolver.resolveNext() > 0) {
            // goes on
        }
    }

    private static MatchModel model() throws IOException {
        try (var stream =
                VerifyResolutionIT.class.getClassLoader().getResourceAsStream("config/matching/vietnam.yaml")) {
            return ModelReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void sql(SmallHub small, String statement) {
        assertThat(small.hub().sql().sql(statement).update()).isPositive();
    }
}

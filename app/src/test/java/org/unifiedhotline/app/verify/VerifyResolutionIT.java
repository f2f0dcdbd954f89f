package org.unifiedhotline.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.app.hub.SmallHub;
import org.unifiedhotline.app.hub.SmallHub.Said;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase;
import org.unifiedhotline.masterrecords.queue.ResolutionPhase.Phase;
import org.unifiedhotline.masterrecords.resolution.Resolver;
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

    private static void resolve(SmallHub small) throws Exception {
        small.hub().write(() -> new ResolutionPhase(small.hub()).moveTo(Phase.INCREMENTAL));
        String model;
        try (var stream =
                VerifyResolutionIT.class.getClassLoader().getResourceAsStream("config/matching/vietnam.yaml")) {
            model = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        Resolver resolver = new Resolver(small.hub(), ModelReader.read(model), 100, Duration.ZERO);
        while (resolver.resolveNext() > 0) {
            // goes on
        }
    }

    private static void sql(SmallHub small, String statement) {
        assertThat(small.hub().sql().sql(statement).update()).isPositive();
    }
}

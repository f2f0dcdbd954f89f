package org.unifiedhotline.masterrecords.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.unifiedhotline.masterrecords.Changes.inserted;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.assignment.Clearance;
import org.unifiedhotline.masterrecords.assignment.Stewards;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Judged;
import org.unifiedhotline.masterrecords.quality.ClericalSamples.Verdict;
import org.unifiedhotline.masterrecords.quality.QualityReport.Agreement;
import org.unifiedhotline.masterrecords.quality.QualityReport.Links;
import org.unifiedhotline.masterrecords.quality.QualityReport.Size;
import org.unifiedhotline.masterrecords.resolution.Evidence;
import org.unifiedhotline.masterrecords.reviewtasks.TaskState;
import org.unifiedhotline.masterrecords.stewardship.Stewardship.Word;

@DisplayName("The figures of quality")
class QualityIT {
    @Test
    @DisplayName("are those of the queue, the decisions, their agreement, the links and the sizes of people")
    void figures() {
        try (Hub hub = Hub.running("quality")) {
            hub.take(
                    inserted("tre_em", 1, 20, "name", "Lê Thị Hoa", "phone", "+84912345678"),
                    inserted("victim", 2, 20, "name", "Lê Thị Hoa", "year", 2009L),
                    inserted("tre_em", 3, 21, "name", "Trần Văn Nam", "year", 1990L, "phone", "+84987654321"));
            hub.resolve();
            Quality quality = new Quality(hub.database.database(), samples(hub));
            assertThat(quality.measure().queue()).singleElement().satisfies(waiting -> {
                assertThat(waiting.kind()).isEqualTo("POSSIBLE_LINK");
                assertThat(waiting.day()).isEqualTo(1);
                assertThat(waiting.older()).isZero();
            });

            var task = hub.reviewTasks
                    .page(TaskState.OPEN, null, null, 1)
                    .tasks()
                    .getFirst()
                    .task();
            hub.stewardship.answer(task.id(), task.version(), true, new Word("an", "the same"));
            hub.stewardship.undo(1, new Word("an", "in doubt"));
            task = hub.reviewTasks.find(task.id()).orElseThrow().task();
            hub.stewardship.answer(task.id(), task.version(), true, new Word("binh", "the same"));

            QualityReport report = quality.measure();
            assertThat(report.queue()).isEmpty();
            assertThat(report.decisions())
                    .extracting(day -> day.author() + " " + day.kind() + " " + day.decisions() + " " + day.undone())
                    .containsExactlyInAnyOrder("an SAME_PERSON 1 1", "an UNDO 1 0", "binh SAME_PERSON 1 0");
            assertThat(report.agreement()).isEqualTo(new Agreement(1, 1));
            assertThat(report.links()).containsExactly(new Links("ASSERTED", 2), new Links("SINGLE", 1));
            assertThat(report.sizes()).containsExactly(new Size(1, 1), new Size(2, 1));
            assertThat(report.sizesByDay())
                    .extracting(QualityReport.SizeOfDay::records, QualityReport.SizeOfDay::people)
                    .containsExactly(tuple(1, 1L), tuple(2, 1L));
            assertThat(report.precision()).isNull();
            assertThat(report.changes()).anySatisfy(change -> {
                assertThat(change.change()).isEqualTo("RESTORED");
                assertThat(change.masters()).isEqualTo(1);
            });
        }
    }

    private static ClericalSamples samples(Hub hub) {
        Evidence evidence = new Evidence(hub.database.database(), Hub.model());
        return new ClericalSamples(
                hub.database.database(),
                evidence,
                new Clearance(hub.database.database(), Stewards.unnamed()),
                hub.clock);
    }

    @Test
    @DisplayName(
            "and the share of automatic links that is right, with its interval, by what stewards found in a sample")
    void precision() {
        try (Hub hub = Hub.running("quality")) {
            for (int person = 0; person < 12; person++) {
                Object[] same = {"name", "Lê Thị Hoa", "year", 1980L + person, "phone", "+849123456" + (10 + person)};
                hub.take(inserted("tre_em", person, 20 + person, same), inserted("victim", person, 20 + person, same));
            }
            hub.resolve();
            ClericalSamples samples = samples(hub);

            ClericalSamples.Sample drawn = samples.draw(10, 1, "supervisor", "every quarter");
            assertThat(drawn.pairs()).isEqualTo(10);
            assertThat(drawn.open()).isEqualTo(10);
            assertThat(drawn.estimate()).isNull();
            assertThat(samples.pairs(drawn.id(), false, 3, "an", true))
                    .hasSize(3)
                    .allSatisfy(pair -> {
                        assertThat(pair.records()).hasSize(2);
                        assertThat(pair.weight().bits()).isPositive();
                    });
            for (int pair = 1; pair <= 8; pair++) {
                Verdict verdict = pair == 7 ? Verdict.UNSURE : Verdict.SAME;
                assertThat(samples.judge(drawn.id(), pair, verdict, "an")).isEqualTo(Judged.NOTED);
            }
            Quality quality = new Quality(hub.database.database(), samples);
            var allRight = quality.measure().precision().estimate();
            assertThat(allRight.precision()).isCloseTo(1, within(1e-9));
            assertThat(allRight.interval().low()).isBetween(0.05, 0.99);
            assertThat(samples.judge(drawn.id(), 8, Verdict.DIFFERENT, "an")).isEqualTo(Judged.NOTED);
            assertThat(samples.judge(drawn.id(), 1, Verdict.DIFFERENT, "binh")).isEqualTo(Judged.TAKEN);
            assertThat(samples.judge(drawn.id(), 99, Verdict.SAME, "an")).isEqualTo(Judged.UNKNOWN);

            ClericalSamples.Sample judged = quality.measure().precision();
            assertThat(judged.open()).isEqualTo(2);
            assertThat(judged.estimate().judged()).isEqualTo(7);
            assertThat(judged.estimate().unsure()).isEqualTo(1);
            assertThat(judged.estimate().precision()).isBetween(0.5, 0.99);
            assertThat(judged.estimate().interval().low())
                    .isLessThan(allRight.interval().low());
            assertThat(hub.database.one(Long.class, "SELECT count(*) FROM decision"))
                    .isZero();
        }
    }

    @Test
    @DisplayName("and shows no pair of restricted people to whoever is not shown these")
    void restricted() {
        try (Hub hub = Hub.running("quality")) {
            for (int person = 0; person < 12; person++) {
                Object[] same = {"name", "Lê Thị Hoa", "year", 1980L + person, "phone", "+849123456" + (10 + person)};
                hub.take(inserted("tre_em", person, 20 + person, same), inserted("victim", person, 20 + person, same));
            }
            hub.resolve();
            ClericalSamples samples = samples(hub);
            long drawn = samples.draw(100, 1, "supervisor", "every quarter").id();
            hub.stewardship.restrict(hub.masterOf("tre_em", 1), new Word("supervisor", "asked for"));
            assertThat(samples.pairs(drawn, true, 100, "an", true))
                    .anySatisfy(pair -> assertThat(pair.records()).contains("switchboard/tre_em/1"));
            assertThat(samples.pairs(drawn, true, 100, "an", false))
                    .isNotEmpty()
                    .allSatisfy(pair -> assertThat(pair.records()).doesNotContain("switchboard/tre_em/1"));
        }
    }
}

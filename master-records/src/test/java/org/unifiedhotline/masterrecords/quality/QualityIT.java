package org.unifiedhotline.masterrecords.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.quality.QualityReport.Agreement;
import org.unifiedhotline.masterrecords.quality.QualityReport.Links;
import org.unifiedhotline.masterrecords.quality.QualityReport.Size;
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
            Quality quality = new Quality(hub.database.database());
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
            assertThat(report.changes()).anySatisfy(change -> {
                assertThat(change.change()).isEqualTo("RESTORED");
                assertThat(change.masters()).isEqualTo(1);
            });
        }
    }
}

package org.unifiedhotline.integrationroutes.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowDeleted;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("A batch of changes")
class PortionsTest {
    private static final Instant COMMITTED = Instant.parse("2026-11-20T02:00:00Z");

    private final List<List<SourceChange>> taken = new ArrayList<>();
    private final Portions portions = new Portions(taken::add, 1000);

    @Test
    @DisplayName("is handed on whole while its texts are short, deletions included")
    void whole() throws Exception {
        List<SourceChange> batch = List.of(row(1, 300), deleted(2), row(3, 300), row(4, 300));
        portions.take(batch);
        assertThat(taken).containsExactly(batch);
    }

    @Test
    @DisplayName("is handed on in portions of so many characters, in its order, with nothing left out")
    void portions() throws Exception {
        List<SourceChange> batch = List.of(row(1, 600), row(2, 600), deleted(3), row(4, 300), row(5, 300));
        portions.take(batch);
        assertThat(taken).containsExactly(batch.subList(0, 1), batch.subList(1, 4), batch.subList(4, 5));
    }

    @Test
    @DisplayName("has a portion for a row that alone is wider")
    void wideRow() throws Exception {
        List<SourceChange> batch = List.of(row(1, 10), row(2, 5000), row(3, 10));
        portions.take(batch);
        assertThat(taken).containsExactly(batch.subList(0, 1), batch.subList(1, 2), batch.subList(2, 3));
    }

    @Test
    @DisplayName("is not parted between the two halves of a changed key")
    void changedKey() throws Exception {
        List<SourceChange> batch = List.of(row(1, 900), deleted(2), rowAt(2, 3, 900), row(4, 900));
        portions.take(batch);
        assertThat(taken).containsExactly(batch.subList(0, 3), batch.subList(3, 4));
    }

    @Test
    @DisplayName("is given again whole when a portion was not taken in, and is left when its reader is stopped")
    void broken() {
        List<SourceChange> batch = List.of(row(1, 600), row(2, 600), row(3, 600));
        Portions failing = new Portions(
                changes -> {
                    if (changes.equals(batch.subList(1, 2))) {
                        throw new IllegalStateException("the hub is away");
                    }
                    taken.add(changes);
                },
                1000);
        assertThatThrownBy(() -> failing.take(batch)).hasMessage("the hub is away");
        assertThat(taken).containsExactly(batch.subList(0, 1));

        taken.clear();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> portions.take(batch)).isInstanceOf(InterruptedException.class);
        assertThat(taken).containsExactly(batch.subList(0, 1));
    }

    @Test
    @DisplayName("of nothing is not handed on")
    void empty() throws Exception {
        portions.take(List.of());
        assertThat(taken).isEmpty();
    }

    private static SourceChange row(int id, int characters) {
        return rowAt(id, id, characters);
    }

    private static SourceChange rowAt(int offset, int id, int characters) {
        return new RowWritten(
                key(id),
                new SourcePosition(1, 1, offset, 0),
                Origin.UPDATE,
                SourceRow.of(Map.of("ghi_chu", "x".repeat(characters))),
                COMMITTED);
    }

    private static SourceChange deleted(int id) {
        return new RowDeleted(key(id), new SourcePosition(1, 1, id, 0), COMMITTED);
    }

    private static SourceRecordKey key(int id) {
        return SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", Integer.toString(id));
    }
}

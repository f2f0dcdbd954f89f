package org.unifiedhotline.masterrecords.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.record.MatchRecord;
import org.unifiedhotline.matching.record.Relation;

@DisplayName("A packed record")
class PackedRecordsTest {
    private final PackedRecords packed = new PackedRecords();

    @Test
    @DisplayName("is the one that was put, whatever its values")
    void roundTrip() {
        MatchRecord bare = MatchRecord.of(-7, "switchboard/nguoi_goi/1", "caller", Map.of());
        MatchRecord full = new MatchRecord(
                Long.MAX_VALUE,
                "hotline/victim/70",
                "subject",
                "a source",
                Map.of(
                        "name", List.of("Nguyễn|Thị|Hòa", "~\uD83D\uDE00"),
                        "home", List.of("1:10/bat xat/muong hum", "x".repeat(70_000), "y".repeat(254), "z".repeat(255)),
                        "birth", List.of("2006-03-12", "")),
                List.of(
                        new Relation("hotline/caller/30", Relation.Kind.FAMILY),
                        new Relation("switchboard/nguoi_goi/1", Relation.Kind.SELF)));
        packed.put(bare);
        packed.put(full);
        assertThat(packed.get(bare.id())).isEqualTo(bare);
        assertThat(packed.get(full.id())).isEqualTo(full);
        assertThat(packed.size()).isEqualTo(2);
    }

    @Test
    @DisplayName("is replaced by a later one, and gone when it was removed")
    void replaced() {
        packed.put(MatchRecord.of(1, "a/b/1", "caller", Map.of("name", List.of("one"))));
        MatchRecord later = MatchRecord.of(1, "a/b/1", "caller", Map.of("name", List.of("two")));
        packed.put(later);
        assertThat(packed.get(1L)).isEqualTo(later);
        packed.remove(List.of(1L));
        assertThat(packed.get(1L)).isNull();
        assertThat(packed.contains(1L)).isFalse();
    }
}

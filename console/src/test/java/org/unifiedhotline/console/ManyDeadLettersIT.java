package org.unifiedhotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;

@DisplayName("Hundreds of rows that could not be processed")
class ManyDeadLettersIT {
    private static final int ROWS = 230;
    private static final int FIRST = 39_800_000;

    private final ApplicationContext service = ConsoleService.context();
    private final Http admin = Http.machine("admin-script");
    private long before;

    @BeforeEach
    void reportsWithoutState() {
        before = open();
        Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        IntStream.range(FIRST, FIRST + ROWS)
                .forEach(id -> rows.put(
                        "giam_sat/" + id,
                        SmallWorld.row(
                                "trung_tam", "DN",
                                "thiet_bi", "PBX",
                                "trang_thai", null,
                                "chi_tiet", null,
                                "thoi_gian", "2026-05-01 08:00:00")));
        SmallWorld.insert(service, SourceSystem.SWITCHBOARD, rows);
    }

    @AfterEach
    void gone() {
        SmallWorld.delete(
                service,
                IntStream.range(FIRST, FIRST + ROWS)
                        .mapToObj(id -> SourceRecordKey.of(SourceSystem.SWITCHBOARD, "giam_sat", String.valueOf(id)))
                        .toList());
        assertThat(open()).isEqualTo(before);
    }

    @Test
    @DisplayName("are all tried again, a portion by each call, which says where the next begins")
    void all() {
        List<Long> portions = new ArrayList<>();
        JsonNode answer = replayed("{\"after\":0}");
        while (!answer.path("next").isNull()) {
            portions.add(answer.path("tried").asLong());
            answer = replayed("{\"after\":" + answer.path("next").asLong() + "}");
        }
        portions.add(answer.path("tried").asLong());

        assertThat(portions).containsExactly(100L, 100L, before + ROWS - 200);
        assertThat(answer.path("open").asLong()).isEqualTo(before + ROWS);
    }

    @Test
    @DisplayName("are listed page by page, each once, with how many there are")
    void pages() {
        List<Long> listed = new ArrayList<>();
        String cursor = "0";
        while (!cursor.equals("null")) {
            JsonNode page = admin.json("/api/v1/dead-letters?size=100&cursor=" + cursor);
            assertThat(page.path("total").asLong()).isEqualTo(before + ROWS);
            page.path("items").forEach(letter -> listed.add(letter.path("id").asLong()));
            cursor = page.path("nextCursor").asText("null");
        }

        assertThat(listed).doesNotHaveDuplicates().hasSize((int) before + ROWS);
    }

    private JsonNode replayed(String asked) {
        return Http.json(admin.post("/api/v1/dead-letters/replay", asked));
    }

    private long open() {
        return admin.json("/api/v1/dead-letters").path("total").asLong();
    }
}

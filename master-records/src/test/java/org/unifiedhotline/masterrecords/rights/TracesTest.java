package org.unifiedhotline.masterrecords.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.canonical.PersonRecord;
import org.unifiedhotline.mappings.source.SourceChange.Origin;
import org.unifiedhotline.mappings.source.SourceChange.RowWritten;

@DisplayName("A person in what somebody typed")
class TracesTest {
    private final Traces traces = traces();

    private static Traces traces() {
        RowWritten row = (RowWritten) MarkedPeople.child(1, 1, Origin.INSERT, "Phường 1");
        PersonRecord girl = (PersonRecord) new CanonicalMapper().map(row.key(), row.row());
        Set<String> forms = Traces.formsOf(List.of(girl), List.of("TE-2024-000007"));
        return Traces.of(forms::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quyên Zẹtmarkơ",
                "tìm zetmarko, cháu quyen ở xa",
                "{\"family\":[\"Quyên\"],\"given\":[\"zetmarko\"]}",
                "quyen 14/2/2011",
                "zetmarko 14022011",
                "{\"q\":[\"quyen\"],\"birthdate\":[\"ge2011-02-14\"]}",
                "20110214 zẹtmarkơ",
                "TE-2024-000007",
                "te2024000007",
                "079312004567",
                "0356 781 234"
            })
    @DisplayName("is found by name in any order of words, day of birth beside a word of it, numbers")
    void found(String typed) {
        assertThat(traces.isIn(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quyên", "Lê Thị Quyên", "quyen 15/02/2011", "14/02/2011", "TE-2024-000008", ""})
    @DisplayName("is not found by what many are")
    void notFound(String typed) {
        assertThat(traces.isIn(typed)).isFalse();
    }

    @Test
    @DisplayName("is found in long texts by neighbouring words")
    void longTexts() {
        assertThat(traces.isIn("a b c d e f g h i k l m n o p q quyên zẹtmarkơ r s t u v x y z"))
                .isTrue();
    }
}

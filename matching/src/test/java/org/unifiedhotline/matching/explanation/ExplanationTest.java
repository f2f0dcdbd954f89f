package org.unifiedhotline.matching.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.matching.record.MatchWeight;
import org.unifiedhotline.matching.record.WeightPart;

class ExplanationTest {
    private static final MatchWeight WEIGHT = new MatchWeight(
            1,
            List.of(
                    new WeightPart("prior", "", -10, "", ""),
                    new WeightPart("name.given", "equal", 11, "Hoa", "Hoa"),
                    new WeightPart("birth", "missing", 0, "1990", "")),
            "");

    @Test
    @DisplayName("The weightiest reason stands first, in English and in Vietnamese; what says nothing is left out")
    void words() {
        assertThat(Explanation.of(WEIGHT, Language.ENGLISH).reasons())
                .containsExactly(
                        "+11.0  Given name: equal (Hoa | Hoa)",
                        "-10.0  Before comparing: two records at random are seldom one person");
        assertThat(Explanation.of(WEIGHT, Language.VIETNAMESE).reasons().getFirst())
                .isEqualTo("+11.0  Tên: giống nhau (Hoa | Hoa)");
        assertThat(Explanation.of(WEIGHT, Language.ENGLISH).summary())
                .isEqualTo("Weight 1.0 bits: one person with a probability of 66.67 %");
    }

    @Test
    @DisplayName("What forbids is the summary")
    void forbidden() {
        assertThat(Explanation.of(new MatchWeight(20, List.of(), "family"), Language.VIETNAMESE)
                        .summary())
                .isEqualTo("Vụ việc ghi là người trong gia đình: không thể là một người");
    }
}

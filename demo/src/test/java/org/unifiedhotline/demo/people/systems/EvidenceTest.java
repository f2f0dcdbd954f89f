package org.unifiedhotline.demo.people.systems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.demo.people.spelling.WrittenBirth;
import org.unifiedhotline.demo.people.spelling.WrittenName;

@DisplayName("A row about a person")
class EvidenceTest {
    @ParameterizedTest(name = "name {0}, birth {1}, place {2}, telephone {3}, identity number {4}: {5}")
    @CsvSource({
        "NONE, DAY, true, true, true, false",
        "FULL, NONE, true, false, false, false",
        "FULL, YEAR, false, false, false, false",
        "FULL, YEAR, true, false, false, true",
        "FULL, MONTH, false, false, false, true",
        "FULL, NONE, false, true, false, true",
        "FULL, NONE, false, false, true, true",
        "GIVEN_NAME_ONLY, DAY, true, false, false, false",
        "GIVEN_NAME_ONLY, DAY, false, true, false, true",
        "GIVEN_NAME_ONLY, YEAR, true, true, false, false"
    })
    @DisplayName("can be linked if it holds a name and enough beside it")
    void resolvable(
            WrittenName.Extent name,
            WrittenBirth.Extent birth,
            boolean place,
            boolean telephone,
            boolean identity,
            boolean expected) {
        assertThat(new Evidence(name, birth, place, telephone, identity).resolvable())
                .isEqualTo(expected);
    }
}

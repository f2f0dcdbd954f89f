package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One slip of the keyboard")
class OneSlipTest {

    @DisplayName("is a letter more, less or other, or two neighbours swapped")
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "hung, hung, true",
        "hung, hugn, true",
        "hung, hng, true",
        "hung, huong, true",
        "hung, hang, true",
        "hung, thung, true",
        "hung, hun, true",
        "hung, hgnu, false",
        "hung, hanh, false",
        "hung, hu, false",
        "hung, lan, false"
    })
    void apart(String one, String other, boolean apart) {
        assertThat(OneSlip.apart(one, other)).isEqualTo(apart);
        assertThat(OneSlip.apart(other, one)).isEqualTo(apart);
    }
}

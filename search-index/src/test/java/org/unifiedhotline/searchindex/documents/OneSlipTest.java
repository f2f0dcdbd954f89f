package org.unifiedhotline.searchindex.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One slip of the keyboard")
class OneSlipTest {

    @DisplayName("is a letter more, less or other, two neighbours swapped, or a letter at another place")
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "hung, hung, true",
        "hung, hugn, true",
        "hung, hng, true",
        "hung, huong, true",
        "hung, hang, true",
        "hung, thung, true",
        "hung, hun, true",
        "hoan, oanh, true",
        "hung, hgnu, false",
        "hung, hanh, false",
        "hung, hu, false",
        "hung, lan, false"
    })
    void apart(String one, String other, boolean apart) {
        assertThat(OneSlip.apart(one, other)).isEqualTo(apart);
        assertThat(OneSlip.apart(other, one)).isEqualTo(apart);
    }

    @ParameterizedTest(name = "{0} may be meant for {1}: {2}")
    @CsvSource({
        "du, duc, true",
        "dc, duc, true",
        "du, du, true",
        "duc, du, true",
        "an, van, false",
        "an, anh, true",
        "ha, ho, false",
        "ha, hanh, false"
    })
    @DisplayName("takes two letters for a word of three that begins so")
    void shortWord(String typed, String name, boolean apart) {
        assertThat(OneSlip.apart(typed, name)).isEqualTo(apart);
    }

    @Test
    @DisplayName("looks for words by their forms")
    void forms() {
        assertThat(OneSlip.ofTyped("hoa")).containsExactlyInAnyOrder("hoa", "oa", "ha", "ho");
        assertThat(OneSlip.ofTyped("ha")).containsExactly("^ha");
        assertThat(OneSlip.ofTyped("a")).containsExactly("^a");
        assertThat(OneSlip.ofName("hoa")).containsExactlyInAnyOrder("hoa", "oa", "ha", "ho", "^ha", "^ho");
    }

    @Test
    @DisplayName("knows names of which one word differs")
    void names() {
        assertThat(OneSlip.butOneWord(List.of("tran", "van", "hung")))
                .containsExactly("* van hung", "tran * hung", "tran van *");
        assertThat(OneSlip.butOneWord(List.of("hung"))).isEmpty();
        assertThat(OneSlip.withoutSpaces("tran van hung")).isEqualTo("tranvanhung");
    }
}

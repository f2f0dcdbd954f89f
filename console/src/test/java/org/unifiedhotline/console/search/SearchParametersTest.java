package org.unifiedhotline.console.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.canonical.Sex;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.SearchRequest;

@DisplayName("The parameters of a search")
class SearchParametersTest {

    @Test
    @DisplayName("may all be left out")
    void nothingGiven() {
        SearchRequest request = request(Map.of());
        assertThat(request.text()).isEmpty();
        assertThat(request.size()).isEqualTo(20);
        assertThat(request.withFacets()).isTrue();
        assertThat(request.cursor()).isNull();
    }

    @Test
    @DisplayName("take several values of a filter repeated or joined by commas")
    void severalValues() {
        SearchRequest request = request(Map.of(
                "q", List.of("hoa"),
                "role", List.of("CHILD,VICTIM", "CALLER"),
                "source", List.of("hotline"),
                "sex", List.of("FEMALE"),
                "bornFrom", List.of("1990"),
                "openReferral", List.of("true")));
        assertThat(request.filters().roles())
                .containsExactlyInAnyOrder(PersonRole.CHILD, PersonRole.VICTIM, PersonRole.CALLER);
        assertThat(request.filters().sources()).containsExactly(SourceSystem.HOTLINE);
        assertThat(request.filters().sexes()).containsExactly(Sex.FEMALE);
        assertThat(request.filters().bornFrom()).isEqualTo(1990);
        assertThat(request.filters().openReferral()).isTrue();
    }

    @Test
    @DisplayName("are refused when one is not known: a mistyped filter must not widen the search")
    void unknownParameter() {
        assertThatThrownBy(() -> request(Map.of("rolle", List.of("CHILD"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("role");
    }

    @Test
    @DisplayName("are refused by name when a value cannot be")
    void impossibleValues() {
        assertThatThrownBy(() -> request(Map.of("role", List.of("child")))).hasMessageContaining("'role'");
        assertThatThrownBy(() -> request(Map.of("size", List.of("many")))).hasMessageContaining("'size'");
        assertThatThrownBy(() -> request(Map.of("size", List.of("0")))).hasMessageContaining("size");
        assertThatThrownBy(() -> request(Map.of("returned", List.of("yes")))).hasMessageContaining("'returned'");
        assertThatThrownBy(() -> request(Map.of("q", List.of("a", "b")))).hasMessageContaining("'q'");
        assertThatThrownBy(() -> request(Map.of("q", List.of("x".repeat(501))))).hasMessageContaining("500");
    }

    private static SearchRequest request(Map<String, List<String>> given) {
        return new SearchParameters(given).request(ReaderScope.all());
    }
}

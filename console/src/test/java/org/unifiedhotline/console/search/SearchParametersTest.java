package org.unifiedhotline.console.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.searchindex.queries.Attribute;
import org.unifiedhotline.searchindex.queries.ReaderScope;
import org.unifiedhotline.searchindex.queries.SearchRequest;
import org.unifiedhotline.searchindex.queries.SortBy;

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
        assertThat(request.filters().values())
                .containsOnly(
                        Map.entry(Attribute.ROLE, Set.of("CHILD", "VICTIM", "CALLER")),
                        Map.entry(Attribute.SOURCE, Set.of("hotline")),
                        Map.entry(Attribute.SEX, Set.of("FEMALE")),
                        Map.entry(Attribute.OPEN_REFERRAL, Set.of("true")));
        assertThat(request.filters().bornFrom()).isEqualTo(1990);
    }

    @Test
    @DisplayName("name the order of hits and the days of the last contact")
    void orderAndDays() {
        SearchRequest request = request(Map.of("sort", List.of("name"), "lastContactTo", List.of("2024-03-01")));
        assertThat(request.sort()).isEqualTo(SortBy.NAME);
        assertThat(request.filters().lastContactTo()).isEqualTo(LocalDate.of(2024, 3, 1));
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
        assertThatThrownBy(() -> request(Map.of("sort", List.of("height")))).hasMessageContaining("lastContact");
        assertThatThrownBy(() -> request(Map.of("lastContactFrom", List.of("1/2/2024"))))
                .hasMessageContaining("'lastContactFrom'");
        assertThatThrownBy(() -> request(Map.of("province", List.of("Lào Cai"))))
                .hasMessageContaining("'province'");
        assertThatThrownBy(() -> request(Map.of("q", List.of("a", "b")))).hasMessageContaining("'q'");
        assertThatThrownBy(() -> request(Map.of("q", List.of("x".repeat(501))))).hasMessageContaining("500");
    }

    private static SearchRequest request(Map<String, List<String>> given) {
        return new SearchParameters(given).request(ReaderScope.all());
    }
}

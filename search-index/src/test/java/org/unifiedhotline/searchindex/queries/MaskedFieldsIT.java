package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.masterrecords.scope.Label;
import org.unifiedhotline.masterrecords.scope.Mask;
import org.unifiedhotline.masterrecords.scope.PlainFields;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePeople;
import org.unifiedhotline.searchindex.SamplePerson;

@DisplayName("A field that the reader does not read plainly")
class MaskedFieldsIT {
    /** Nothing is read plainly on a victim's record; on all others everything is. */
    private static final ReaderScope NOT_OF_VICTIMS = ReaderScope.all().reading(onlyOf(Label.ORDINARY, Label.CHILD));

    private static final ReaderScope MASKED = ReaderScope.all().reading(PlainFields.NONE);

    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        index = SampleIndex.named("masked-fields");
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().life().prepare();
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    @DisplayName("is not found by: not by all of it, not by its end, not beside a name")
    void neitherMatches() {
        for (String text :
                List.of("010196000123", "0321234567", "345678", "654321", "huyện châu đốc", "y tý", "162345678")) {
            assertThat(within(ReaderScope.all(), text).total()).as(text).isPositive();
            assertThat(within(MASKED, text).total()).as(text).isZero();
            assertThat(within(MASKED, text).hits()).as(text).isEmpty();
        }
        assertThat(ids(within(MASKED, "hoa 0321234567"))).isEqualTo(ids(within(MASKED, "hoa 0399999999")));
        assertThat(ids(within(MASKED, "tỉnh Hà Giang")))
                .as("the province is no part of an address")
                .containsExactly(SamplePerson.idOf(SamplePeople.PAO).toString());
    }

    @Test
    @DisplayName("is no ethnic group either: it neither matches, nor narrows, nor is marked or counted")
    void ethnicGroup() {
        SearchFilters mong = SearchFilters.none().with(Attribute.ETHNIC_GROUP, "Mông");
        assertThat(within(ReaderScope.all(), "hmong 2009").hits())
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.highlights())
                        .extracting(SearchHit.Highlight::field)
                        .contains("ethnicGroup"));
        assertThat(facet(within(ReaderScope.all(), ""), "ethnicGroup")).containsKey("Mông");
        for (ReaderScope scope : List.of(MASKED, NOT_OF_VICTIMS)) {
            assertThat(facet(within(scope, ""), "ethnicGroup")).isEmpty();
            assertThat(index.search()
                            .search(SearchRequest.of("").filteredBy(mong).within(scope))
                            .total())
                    .isZero();
        }
        assertThat(within(MASKED, "mông").hits())
                .allSatisfy(hit -> assertThat(hit.highlights())
                        .extracting(SearchHit.Highlight::field)
                        .doesNotContain("ethnicGroup"));
    }

    @Test
    @DisplayName("does not rank, so that who is asked for by it stands where a wrong value would put them")
    void doesNotRank() {
        SearchResult with = within(MASKED, "nguyen thi hoa huyện bát xát");
        SearchResult other = within(MASKED, "nguyen thi hoa huyện mường khương");
        assertThat(ids(with)).isEqualTo(ids(other));
        assertThat(with.hits())
                .extracting(SearchHit::score)
                .isEqualTo(other.hits().stream().map(SearchHit::score).toList());
    }

    @Test
    @DisplayName("is decided by the label of the record that holds it")
    void bySourceRecord() {
        assertThat(within(NOT_OF_VICTIMS, "010196000123").total())
                .as("a victim's")
                .isZero();
        assertThat(within(NOT_OF_VICTIMS, "162345678").total()).as("a child's").isOne();
        assertThat(within(NOT_OF_VICTIMS, "0321234567").total())
                .as("a caller's, of the same person")
                .isOne();
        SearchHit hoa = within(NOT_OF_VICTIMS, "0321234567").hits().getFirst();
        assertThat(hoa.telephones()).containsExactly("0162 123 4567 (me chau)");
        assertThat(hoa.homes()).containsExactly("Y Tý, Bát Xát, Tỉnh Lào Cai");
        assertThat(hoa.identityNumbers()).isEmpty();
        assertThat(hoa.masks())
                .containsExactly(new Mask(FieldKind.IDENTITY_NUMBER, "…0123"), Mask.of(FieldKind.ADDRESS));
    }

    @Test
    @DisplayName("stands in no facet and narrows to nobody")
    void neitherCounts() {
        assertThat(facet(within(NOT_OF_VICTIMS, ""), "exploitation")).isEmpty();
        assertThat(facet(within(NOT_OF_VICTIMS, ""), "caseKind")).containsOnlyKeys("TRAFFICKING");
        assertThat(facet(within(MASKED, ""), "caseKind")).isEmpty();
        SearchFilters marriage = SearchFilters.none().with(Attribute.EXPLOITATION, "FORCED_MARRIAGE");
        assertThat(index.search()
                        .search(SearchRequest.of("").filteredBy(marriage).within(NOT_OF_VICTIMS))
                        .total())
                .isZero();
    }

    @Test
    @DisplayName("is neither shown, nor marked, nor suggested; its mask tells the last digits")
    void notShown() {
        SearchHit hung = within(MASKED, "tran van hung").hits().getFirst();
        assertThat(hung.telephones()).isEmpty();
        assertThat(hung.masks()).containsExactly(new Mask(FieldKind.TELEPHONE, "…678"), Mask.of(FieldKind.ADDRESS));
        assertThat(hung.highlights()).extracting(SearchHit.Highlight::field).containsOnly("name");
        assertThat(index.suggestions().of("châu đố", MASKED))
                .noneMatch(one -> one instanceof Suggestion.PlaceName)
                .noneMatch(one -> one instanceof Suggestion.Person person
                        && person.masterId().equals(SamplePerson.idOf(SamplePeople.HOA_WITH_TONE)));
        assertThat(index.suggestions().of("0912345", MASKED)).isEmpty();
        assertThat(index.suggestions().of("0912345678", MASKED)).isEmpty();
        assertThat(index.suggestions().of("châu đố", ReaderScope.all()))
                .anyMatch(one -> one instanceof Suggestion.PlaceName);
        assertThat(index.suggestions().of("Páo", MASKED))
                .singleElement()
                .satisfies(one -> assertThat(((Suggestion.Person) one).home()).isNull());
    }

    @Test
    @DisplayName("is not told by a cursor that somebody else was given")
    void cursorOfAnother() {
        SearchRequest request = SearchRequest.of("").sized(2);
        String cursor = index.search().search(request).nextCursor();
        assertThat(cursor).isNotNull();
        assertThatThrownBy(() -> index.search().search(request.from(cursor).within(MASKED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlainFields onlyOf(Label... labels) {
        PlainFields plain = PlainFields.NONE;
        for (FieldKind kind : EnumSet.allOf(FieldKind.class)) {
            plain = plain.with(new PlainFields(Map.of(kind, Set.of(labels))));
        }
        return plain;
    }

    private static SearchResult within(ReaderScope scope, String text) {
        return index.search().search(SearchRequest.of(text).within(scope));
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.masterId().toString()).toList();
    }

    private static Map<String, Long> facet(SearchResult result, String name) {
        return result.facets().stream()
                .filter(facet -> facet.name().equals(name))
                .flatMap(facet -> facet.counts().stream())
                .collect(Collectors.toMap(SearchResult.FacetCount::value, SearchResult.FacetCount::people));
    }
}

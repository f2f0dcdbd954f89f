package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;

/** A mother who called about her daughter, a neighbour who called about the same girl, and people called alike. */
@DisplayName("Finding people by whom cases name beside them")
class FindingRelativesIT {
    private static final int MOTHER = 1;
    private static final int DAUGHTER = 2;
    private static final int NEIGHBOUR = 3;
    private static final int OTHER_HOA = 4;
    private static final int OTHER_NA = 5;

    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        SampleRecord mother = SampleRecord.caller(1).named("Phạm Thị Hoa").born("1984");
        SampleRecord neighbour = SampleRecord.caller(3).named("Lò Thị Hoa");
        SampleRecord daughter = SampleRecord.child(2).named("Lê Thị Na").born("1/6/2012");
        index = SampleIndex.named("finding-relatives");
        List.of(
                        SamplePerson.number(MOTHER)
                                .with(mother)
                                .caseBetween(daughter, "TE-2021-000777", mother, ReporterRelation.MOTHER),
                        SamplePerson.number(DAUGHTER)
                                .with(daughter)
                                .caseBetween(daughter, "TE-2021-000777", mother, ReporterRelation.MOTHER)
                                .caseBetween(daughter, "TE-2022-000888", neighbour, ReporterRelation.NEIGHBOUR),
                        SamplePerson.number(NEIGHBOUR)
                                .with(neighbour)
                                .caseBetween(daughter, "TE-2022-000888", neighbour, ReporterRelation.NEIGHBOUR),
                        SamplePerson.number(OTHER_HOA)
                                .with(SampleRecord.caller(4).named("Hoa")),
                        SamplePerson.number(OTHER_NA).with(SampleRecord.child(5).named("Na")))
                .forEach(person -> index.hub().hold(person.file()));
        index.indexing().life().prepare();
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @DisplayName("puts who is said to be it first")
    @ParameterizedTest(name = "{0} → person {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Hoa mẹ của Na          | 1",
                "hoa me cua na          | 1",
                "phạm thị hoa mẹ của na | 1",
                "Na con gái của Hoa     | 2",
                "na con cua pham hoa    | 2",
                "TE-2021-000777         | 2",
                "hoa TE-2021-000777     | 1",
            })
    void saidToBe(String text, int person) {
        assertThat(found(ReaderScope.all(), text)).startsWith(person);
    }

    @Test
    @DisplayName("finds both of two people named together, and nobody who is called so and named with nobody")
    void bothOfThem() {
        assertThat(found(ReaderScope.all(), "hoa mẹ của na"))
                .containsExactlyInAnyOrder(MOTHER, DAUGHTER, NEIGHBOUR)
                .endsWith(NEIGHBOUR);
    }

    @Test
    @DisplayName("marks the other's name, and tells the number of the case between them")
    void highlights() {
        SearchHit mother = search(ReaderScope.all(), "hoa mẹ của na").hits().getFirst();

        assertThat(mother.caseNumbers()).containsExactly("TE-2021-000777");
        assertThat(mother.highlights())
                .anyMatch(one -> one.field().equals("relatedName") && one.text().equals("Lê Thị Na"));
    }

    @Test
    @DisplayName("lets neither name nor case of a child out for who is not cleared for children")
    void notCleared() {
        ReaderScope noChildren = ReaderScope.all().clearedFor(Set.of(Sensitivity.TRAFFICKING_VICTIM));

        assertThat(found(noChildren, "TE-2021-000777")).isEmpty();
        assertThat(search(noChildren, "pham thi hoa na").hits())
                .as("the name alone, by forgiving")
                .noneMatch(hit -> !hit.caseNumbers().isEmpty()
                        || hit.highlights().stream().anyMatch(one -> one.field().equals("relatedName")));
        assertThat(search(noChildren, "hoa mẹ của na").tolerance()).isEqualTo(SearchResult.Tolerance.MOST_PIECES);
    }

    @Test
    @DisplayName("lets nothing out for who may know of the other line only")
    void otherLine() {
        assertThat(found(ReaderScope.of(Set.of(SourceSystem.HOTLINE)), "hoa mẹ của na"))
                .isEmpty();
    }

    private static SearchResult search(ReaderScope scope, String text) {
        return index.search().search(SearchRequest.of(text).within(scope));
    }

    private static List<Integer> found(ReaderScope scope, String text) {
        return search(scope, text).hits().stream()
                .map(hit -> List.of(MOTHER, DAUGHTER, NEIGHBOUR, OTHER_HOA, OTHER_NA).stream()
                        .filter(number -> SamplePerson.idOf(number).equals(hit.masterId()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}

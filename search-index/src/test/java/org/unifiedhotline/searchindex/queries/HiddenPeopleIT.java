package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;
import org.unifiedhotline.searchindex.queries.FieldRequest.OneOf;

/** The index takes in nothing of what is hidden here: its documents stay as they were. */
@DisplayName("Whom nobody may find is not found, whatever the index still holds")
class HiddenPeopleIT {
    private static final int MOTHER = 1;
    private static final int DAUGHTER = 2;
    private static final int OTHER = 3;
    private static final SourceRecordKey DAUGHTERS_RECORD = SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "2");

    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        SampleRecord mother = SampleRecord.caller(1).named("Phạm Thị Hoa").telephone("0987654321");
        SampleRecord daughter = SampleRecord.child(2)
                .named("Lê Thị Na")
                .born("1/6/2012")
                .telephone("0912777123")
                .home("10", "Bát Xát", "Y Tý");
        SampleRecord before = SampleRecord.caller(4).named("Na Sầm");
        index = SampleIndex.named("hidden-people");
        List.of(
                        SamplePerson.number(MOTHER)
                                .with(mother)
                                .caseBetween(daughter, "TE-2021-000777", mother, ReporterRelation.MOTHER),
                        SamplePerson.number(DAUGHTER)
                                .with(daughter)
                                .with(before)
                                .caseBetween(daughter, "TE-2021-000777", mother, ReporterRelation.MOTHER),
                        SamplePerson.number(OTHER).with(SampleRecord.child(3).named("Lê Văn Tâm")))
                .forEach(person -> index.hub().hold(person.file()));
        index.indexing().life().prepare();
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @AfterEach
    void nobodyIsHidden() {
        hide();
    }

    private static void hide(SourceRecordKey... records) {
        index.hub().hide(records);
        index.indexing().hidden().decided();
    }

    static Stream<ReaderScope> readers() {
        return Stream.of(ReaderScope.all(), ReaderScope.of(Set.of(SourceSystem.SWITCHBOARD)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    @DisplayName("by no text, number, case or id; nor is anybody else by them, whose document still names them")
    void searched(ReaderScope reader) {
        List<String> texts = List.of(
                "na",
                "le thi na 2012",
                "0912777123",
                "7123",
                "TE-2021-000777",
                "bat xat",
                "na sam",
                "hoa me cua na",
                "switchboard/tre_em/2",
                SamplePerson.idOf(DAUGHTER).toString());
        for (String text : texts) {
            assertThat(found(reader, text)).as(text).contains(SamplePerson.idOf(DAUGHTER));
        }

        hide(DAUGHTERS_RECORD);

        for (String text : texts) {
            assertThat(found(reader, text))
                    .as(text)
                    .doesNotContain(SamplePerson.idOf(DAUGHTER), SamplePerson.idOf(MOTHER));
        }
        assertThat(found(reader, "le van tam")).containsExactly(SamplePerson.idOf(OTHER));
    }

    @ParameterizedTest
    @MethodSource("readers")
    @DisplayName("nor counted, in total or in a facet, nor suggested, nor by fields or by whom one knows already")
    void counted(ReaderScope reader) {
        SearchRequest everybody = SearchRequest.of("").within(reader);
        List<MasterId> two = List.of(SamplePerson.idOf(DAUGHTER), SamplePerson.idOf(OTHER));
        FieldRequest byFields = new FieldRequest(List.of(new OneOf(Set.copyOf(two))), 10, null, reader);
        assertThat(index.search().search(everybody).total()).isEqualTo(3);
        assertThat(suggested(reader, "le thi n")).isNotEmpty();
        assertThat(suggested(reader, "bat x")).isNotEmpty();
        assertThat(suggested(reader, "te 2021 777")).isNotEmpty();

        hide(DAUGHTERS_RECORD);

        SearchResult left = index.search().search(everybody);
        assertThat(left.total()).isEqualTo(1);
        assertThat(left.facets().toString()).contains("CHILD").doesNotContain("CALLER");
        assertThat(suggested(reader, "le thi n")).isEmpty();
        assertThat(suggested(reader, "bat x")).isEmpty();
        assertThat(suggested(reader, "te 2021 777")).isEmpty();
        assertThat(index.search().people(two, reader))
                .extracting(SearchHit::masterId)
                .containsExactly(two.getLast());
        assertThat(index.fieldSearch().search(byFields).people()).containsExactly(two.getLast());
        assertThat(index.fieldSearch().search(byFields).total()).isEqualTo(1);
    }

    @Test
    @DisplayName("until they may be found again; others are found as before")
    void shownAgain() {
        hide(SourceRecordKey.of(SourceSystem.SWITCHBOARD, "tre_em", "3"));
        assertThat(found(ReaderScope.all(), "le")).contains(SamplePerson.idOf(DAUGHTER));
        assertThat(found(ReaderScope.all(), "le van tam")).doesNotContain(SamplePerson.idOf(OTHER));

        hide();

        assertThat(found(ReaderScope.all(), "le van tam")).containsExactly(SamplePerson.idOf(OTHER));
        assertThat(found(ReaderScope.all(), "hoa me cua na"))
                .contains(SamplePerson.idOf(DAUGHTER), SamplePerson.idOf(MOTHER));
    }

    private static List<MasterId> found(ReaderScope reader, String text) {
        return index.search().search(SearchRequest.of(text).within(reader)).hits().stream()
                .map(SearchHit::masterId)
                .toList();
    }

    private static List<Suggestion> suggested(ReaderScope reader, String typed) {
        return index.suggestions().of(typed, reader);
    }
}

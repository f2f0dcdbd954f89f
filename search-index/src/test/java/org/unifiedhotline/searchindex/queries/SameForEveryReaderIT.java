package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;

@DisplayName("Readers who may know all, and readers of whom it is asked record by record")
class SameForEveryReaderIT {
    /** Cleared for everybody who is in this index, but not for everybody there might be. */
    private static final ReaderScope RECORD_BY_RECORD = ReaderScope.all().clearedFor(Set.of(Sensitivity.CHILD));

    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        index = SampleIndex.named("same-for-every-reader");
        List.of(
                        SamplePerson.number(1)
                                .with(SampleRecord.caller(101)
                                        .named("Nguyễn Thị Hoa")
                                        .born("12/03/1996")
                                        .telephone("0912345678")
                                        .home("Lào Cai", null, null))
                                .with(SampleRecord.child(102)
                                        .named("Nguyễn Thị Hoà")
                                        .born("1996")),
                        SamplePerson.number(2)
                                .with(SampleRecord.caller(103)
                                        .named("Nguyễn Thị Hòa")
                                        .born("1996")),
                        SamplePerson.number(3)
                                .with(SampleRecord.child(104)
                                        .named("Nguyễn Thị Hao")
                                        .born("1997")
                                        .mother("Nguyễn Thị Hoa")),
                        SamplePerson.number(4)
                                .with(SampleRecord.child(105)
                                        .named("Lù Thị Mẩy", "May")
                                        .born("02/1996")
                                        .home("Hà Giang", "Đồng Văn", null)
                                        .ethnicGroup("Mông")),
                        SamplePerson.number(5)
                                .with(SampleRecord.caller(106)
                                        .named("Hoa Văn Nguyên")
                                        .born("1960-1990")
                                        .telephone("0987111996")),
                        SamplePerson.number(6).with(SampleRecord.caller(107).named("Trần Văn Hoan")))
                .forEach(person -> index.hub().hold(person.file()));
        index.indexing().life().prepare();
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @DisplayName("find the same people in the same order, with the same scores, facets and forgiveness")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nguyen thi hoa",
                "Nguyễn Thị Hòa",
                "nguyen thi hoa 1996",
                "nguyen thi hoaa 1996",
                "nguyne thi hoa 1996",
                "thi hoa nguyen 12/03/1996",
                "may 02/1996",
                "nguyen hoa 1995-1997",
                "lu thi mayy 1996",
                "may dong van",
                "hmong 1996",
                "ho",
                "hoa 1996",
                "van nguyen 1996",
                "0912345678",
                "5678",
                "hoa lao cai 5678",
                "nguyen xyz hoa 1996",
                "hoa mẹ của hao"
            })
    void same(String text) {
        SearchResult all = index.search().search(SearchRequest.of(text));
        SearchResult byRecord = index.search().search(SearchRequest.of(text).within(RECORD_BY_RECORD));

        assertThat(all.total()).isPositive();
        assertThat(byRecord.hits())
                .extracting(SearchHit::masterId, SearchHit::score)
                .isEqualTo(all.hits().stream()
                        .map(hit -> tuple(hit.masterId(), hit.score()))
                        .toList());
        assertThat(byRecord.total()).isEqualTo(all.total());
        assertThat(byRecord.tolerance()).isEqualTo(all.tolerance());
        assertThat(byRecord.facets()).isEqualTo(all.facets());
    }
}

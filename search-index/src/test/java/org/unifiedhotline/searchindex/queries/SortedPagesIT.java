package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;

@DisplayName("Hits in an order")
class SortedPagesIT {
    private static SampleIndex index;

    /** Ân, An, Đào, Dung and Ánh of several families, and two without a name; some with a year of birth, some with a contact. */
    @BeforeAll
    static void fillTheIndex() {
        SampleRecord an = SampleRecord.caller(1).named("Hà An").born("1990");
        SampleRecord anHat = SampleRecord.caller(2).named("Hà Ân").born("12/03/1985");
        SampleRecord dao = SampleRecord.caller(3).named("Hà Đào");
        SampleRecord dung = SampleRecord.victim(4).named("Bùi Dung").born("2001");
        SampleRecord dungCalled = SampleRecord.caller(4).named("Hà Zung").born("1999");
        SampleRecord anh = SampleRecord.caller(5).named("Vũ Ánh").born("1970");
        index = SampleIndex.named("sorted-pages");
        List.of(
                        SamplePerson.number(1).with(an).version(5).contactOf(an, Centre.HANOI, Channel.VOICE, day(7)),
                        SamplePerson.number(2).with(anHat).version(2),
                        SamplePerson.number(3)
                                .with(dao)
                                .version(9)
                                .contactOf(dao, Centre.ANGIANG, Channel.VOICE, day(9)),
                        SamplePerson.number(4)
                                .with(dung)
                                .with(dungCalled)
                                .version(7)
                                .contactOf(dung, Centre.DANANG, Channel.VOICE, day(8))
                                .contactOf(dungCalled, Centre.HANOI, Channel.VOICE, day(1)),
                        SamplePerson.number(5).with(anh).version(1),
                        SamplePerson.number(6)
                                .with(SampleRecord.caller(6).named("khong ro"))
                                .version(3),
                        SamplePerson.number(7)
                                .with(SampleRecord.caller(7).named("."))
                                .version(4))
                .forEach(person -> index.hub().hold(person.file()));
        index.indexing().life().prepare();
        index.refresh();
    }

    private static String day(int day) {
        return "2024-05-0" + day + "T03:00:00Z";
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    @DisplayName("are sorted by given name as Vietnamese is, those without a name last")
    void byName() {
        assertThat(paged(SortBy.NAME, ReaderScope.all(), 2).subList(0, 5)).containsExactly(1, 5, 2, 4, 3);
    }

    @Test
    @DisplayName("are sorted by year of birth, by last contact, by last change")
    void byTime() {
        assertThat(paged(SortBy.BIRTH_YEAR, ReaderScope.all(), 2).subList(0, 4)).containsExactly(5, 2, 1, 4);
        assertThat(paged(SortBy.LAST_CONTACT, ReaderScope.all(), 2).subList(0, 3))
                .containsExactly(3, 4, 1);
        assertThat(paged(SortBy.LAST_CHANGE, ReaderScope.all(), 2)).containsExactly(3, 4, 1, 7, 6, 2, 5);
    }

    @Test
    @DisplayName("have no place by a value that the reader may not know")
    void withinScope() {
        ReaderScope switchboard = ReaderScope.of(Set.of(SourceSystem.SWITCHBOARD));

        assertThat(paged(SortBy.NAME, switchboard, 2).subList(0, 5))
                .as("her caller's record says Zung")
                .containsExactly(1, 5, 2, 3, 4);
        assertThat(paged(SortBy.LAST_CONTACT, switchboard, 2).subList(0, 3)).containsExactly(3, 1, 4);
        assertThat(paged(SortBy.BIRTH_YEAR, switchboard, 2).subList(0, 4)).containsExactly(5, 2, 1, 4);
    }

    @DisplayName("come page by page, none lost and none twice")
    @ParameterizedTest
    @EnumSource
    void pages(SortBy sort) {
        for (String text : List.of("", "ha")) {
            for (int size = 1; size <= 4; size++) {
                assertThat(paged(text, sort, ReaderScope.all(), size))
                        .as("'%s' by %s, %d a page", text, sort, size)
                        .doesNotHaveDuplicates()
                        .isEqualTo(paged(text, sort, ReaderScope.all(), 100));
            }
        }
    }

    @Test
    @DisplayName("go on by a cursor of the same order only")
    void foreignCursor() {
        String cursor = Objects.requireNonNull(
                search("", SortBy.NAME, ReaderScope.all(), 1, null).nextCursor());
        assertThatThrownBy(() -> search("", SortBy.LAST_CONTACT, ReaderScope.all(), 1, cursor))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> paged(SortBy sort, ReaderScope scope, int size) {
        return paged("", sort, scope, size);
    }

    private static List<Integer> paged(String text, SortBy sort, ReaderScope scope, int size) {
        List<Integer> met = new ArrayList<>();
        String cursor = null;
        do {
            SearchResult page = search(text, sort, scope, size, cursor);
            page.hits().forEach(hit -> met.add(number(hit)));
            cursor = page.nextCursor();
        } while (cursor != null);
        return met;
    }

    private static SearchResult search(String text, SortBy sort, ReaderScope scope, int size, String cursor) {
        return index.search()
                .search(SearchRequest.of(text)
                        .sortedBy(sort)
                        .within(scope)
                        .sized(size)
                        .from(cursor));
    }

    private static int number(SearchHit hit) {
        for (int number = 1; number <= 7; number++) {
            if (SamplePerson.idOf(number).equals(hit.masterId())) {
                return number;
            }
        }
        throw new AssertionError("nobody of these");
    }
}

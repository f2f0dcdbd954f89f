package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.scope.PlainFields;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres;

/**
 * A girl with two cases at each line, one of Hà Nội and one of Đà Nẵng; her mother, who called both centres, each from another number; a
 * neighbour, known to both, who called about a case to Đà Nẵng alone; and somebody else of each centre, in the order of the last contact.
 */
@DisplayName("Records that two centres share")
class CasesOfCentresIT {
    private static final int GIRL = 1;
    private static final int MOTHER = 2;
    private static final int NEIGHBOUR = 3;
    private static final int CALLER = 4;
    private static final List<Integer> ALL = List.of(GIRL, MOTHER, NEIGHBOUR, CALLER);

    private static final ReaderScope HANOI = of(Centre.HANOI);
    private static final ReaderScope DANANG = of(Centre.DANANG);
    private static final ReaderScope BOTH = of(Centre.HANOI, Centre.DANANG);

    /** What Đà Nẵng alone had to do with. */
    private static final List<String> OF_DANANG = List.of(
            "TE-2022-000002",
            "MB-22-00002",
            "NEGLECT",
            "ORGAN_REMOVAL",
            "ZALO",
            "DANANG",
            "0987000002",
            "0987 000 002",
            "Lò Thị Sen");

    /** What Hà Nội alone had to do with. */
    private static final List<String> OF_HANOI =
            List.of("TE-2021-000001", "MB-21-00001", "TRAFFICKING", "FORCED_MARRIAGE", "VOICE", "HANOI", "0912000001");

    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        SampleRecord child = SampleRecord.child(1).named("Lê Thị Na").born("1/6/2012");
        SampleRecord victim = SampleRecord.victim(2).named("Lê Thị Na").born("1/6/2012");
        SampleRecord mother = SampleRecord.caller(3).named("Phạm Thị Hoa").telephone("0905333444");
        SampleRecord neighbour = SampleRecord.caller(4).named("Lò Thị Sen");
        SampleRecord caller = SampleRecord.caller(5).named("Đỗ Văn Tài");
        index = SampleIndex.named("cases-of-centres");
        List.of(
                        about(
                                        child,
                                        mother,
                                        neighbour,
                                        SamplePerson.number(GIRL).with(child).with(victim))
                                .caseAbout(victim, "MB-21-00001", "FORCED_MARRIAGE")
                                .caseAbout(victim, "MB-22-00002", "ORGAN_REMOVAL")
                                .contactAbout("MB-21-00001", victim, null, Centre.HANOI, Channel.VOICE, at(2021, 2))
                                .contactAbout("MB-22-00002", victim, null, Centre.DANANG, Channel.ZALO, at(2022, 2)),
                        about(
                                child,
                                mother,
                                neighbour,
                                SamplePerson.number(MOTHER).with(mother)),
                        about(
                                        child,
                                        mother,
                                        neighbour,
                                        SamplePerson.number(NEIGHBOUR).with(neighbour))
                                .contactOf(neighbour, Centre.HANOI, Channel.VOICE, at(2020, 3)),
                        SamplePerson.number(CALLER)
                                .with(caller)
                                .contactOf(caller, Centre.HANOI, Channel.VOICE, at(2021, 9))
                                .contactOf(caller, Centre.DANANG, Channel.ZALO, at(2019, 1)))
                .forEach(person -> index.hub().hold(person.file()));
        index.indexing().life().prepare();
        index.refresh();
    }

    private static SamplePerson about(
            SampleRecord child, SampleRecord mother, SampleRecord neighbour, SamplePerson person) {
        return person.caseBetween(child, "TE-2021-000001", mother, ReporterRelation.MOTHER, "TRAFFICKING")
                .caseBetween(child, "TE-2022-000002", neighbour, ReporterRelation.NEIGHBOUR, "NEGLECT")
                .contactAbout("TE-2021-000001", mother, "0912000001", Centre.HANOI, Channel.VOICE, at(2021, 1))
                .contactAbout("TE-2022-000002", neighbour, null, Centre.DANANG, Channel.ZALO, at(2022, 1))
                .contactAbout(null, mother, "0987 000 002", Centre.DANANG, Channel.ZALO, at(2022, 3))
                .referralOf(SourceSystem.SWITCHBOARD, "TE-2021-000001", ReferralOutcome.COMPLETED)
                .referralOf(SourceSystem.SWITCHBOARD, "TE-2022-000002", ReferralOutcome.PENDING);
    }

    private static String at(int year, int month) {
        return "%d-%02d-10T03:00:00Z".formatted(year, month);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    @DisplayName("show, count and tell each centre's readers what that centre had to do with them")
    void shown() {
        SearchResult hanoi = everybody(HANOI);
        SearchResult danang = everybody(DANANG);

        assertThat(numbers(hanoi)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(numbers(danang)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(hit(hanoi, GIRL).caseNumbers()).containsExactlyInAnyOrder("TE-2021-000001", "MB-21-00001");
        assertThat(hit(danang, GIRL).caseNumbers()).containsExactlyInAnyOrder("TE-2022-000002", "MB-22-00002");
        assertThat(hit(hanoi, GIRL).openReferral()).isFalse();
        assertThat(hit(danang, GIRL).openReferral()).isTrue();
        assertThat(hit(hanoi, GIRL).centres()).containsExactly(Centre.HANOI);
        assertThat(hit(hanoi, GIRL).lastContact()).isEqualTo(Instant.parse(at(2021, 2)));
        assertThat(hit(danang, GIRL).lastContact()).isEqualTo(Instant.parse(at(2022, 2)));
        assertThat(hit(hanoi, MOTHER).telephones()).containsExactly("0905333444", "0912000001");
        assertThat(hit(danang, MOTHER).telephones()).containsExactly("0905333444", "0987 000 002");
        assertThat(hit(hanoi, NEIGHBOUR).caseNumbers()).isEmpty();
        assertThat(hit(danang, NEIGHBOUR).caseNumbers()).containsExactly("TE-2022-000002");
        assertThat(hanoi.facets().toString() + without(hanoi, NEIGHBOUR)).doesNotContain(OF_DANANG);
        assertThat(danang.toString()).doesNotContain(OF_HANOI);
    }

    @ParameterizedTest
    @DisplayName("are not met, in one centre's search, by what another centre alone had to do with")
    @ValueSource(strings = {"TE-2022-000002", "MB-22-00002", "0987000002", "0002", "000002"})
    void met(String text) {
        assertThat(search(text, HANOI).hits()).isEmpty();
        assertThat(search(text, HANOI).facets()).isEmpty();
        assertThat(search(text, DANANG).hits()).isNotEmpty();
        assertThat(search(text, BOTH).hits()).isNotEmpty();
    }

    @Test
    @DisplayName("are found by what stands on the record, and by what the centre itself had to do with")
    void found() {
        for (ReaderScope scope : List.of(HANOI, DANANG, BOTH)) {
            assertThat(numbers(search("0905333444", scope))).containsExactly(MOTHER);
            assertThat(numbers(search("3444", scope))).containsExactly(MOTHER);
        }
        assertThat(numbers(search("0912000001", HANOI))).containsExactly(MOTHER);
        assertThat(numbers(search("0001", HANOI))).containsExactly(MOTHER);
        assertThat(numbers(search("TE-2021-000001", HANOI))).containsExactly(GIRL, MOTHER);
        assertThat(numbers(search("TE-2022-000002", DANANG))).containsExactly(GIRL, NEIGHBOUR);
    }

    @Test
    @DisplayName("meet filters by what the centre had to do with only")
    void filtered() {
        assertThat(filtered(HANOI, Attribute.CASE_KIND, "NEGLECT")).isEmpty();
        assertThat(filtered(DANANG, Attribute.CASE_KIND, "NEGLECT")).containsExactly(GIRL);
        assertThat(filtered(HANOI, Attribute.EXPLOITATION, "ORGAN_REMOVAL")).isEmpty();
        assertThat(filtered(DANANG, Attribute.EXPLOITATION, "ORGAN_REMOVAL")).containsExactly(GIRL);
        assertThat(filtered(HANOI, Attribute.CENTRE, "DANANG")).isEmpty();
        assertThat(filtered(HANOI, Attribute.CHANNEL, "ZALO")).isEmpty();
        assertThat(filtered(HANOI, Attribute.OPEN_REFERRAL, "true")).isEmpty();
        assertThat(filtered(HANOI, Attribute.OPEN_REFERRAL, "false")).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(filtered(DANANG, Attribute.OPEN_REFERRAL, "true")).containsExactly(GIRL);
        SearchFilters since2022 = SearchFilters.none().lastContact(LocalDate.of(2022, 1, 1), null);
        assertThat(filtered(HANOI, since2022)).isEmpty();
        assertThat(filtered(DANANG, since2022)).containsExactlyInAnyOrder(GIRL, MOTHER, NEIGHBOUR);
        SearchFilters until2021 = SearchFilters.none().lastContact(null, LocalDate.of(2021, 12, 31));
        assertThat(filtered(HANOI, until2021)).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(filtered(DANANG, until2021)).containsExactly(CALLER);
    }

    @Test
    @DisplayName("are suggested by case numbers of the reader's centre only")
    void suggested() {
        assertThat(suggested("TE-2022", HANOI)).isEmpty();
        assertThat(suggested("MB-22", HANOI)).isEmpty();
        assertThat(suggested("TE-2022", DANANG)).contains("TE-2022-000002");
        assertThat(suggested("TE-2021", HANOI)).contains("TE-2021-000001");
        assertThat(suggested("TE-20", BOTH)).contains("TE-2021-000001", "TE-2022-000002");
    }

    @Test
    @DisplayName("tell of whom a case names beside to readers of its centres only, though both are known to others")
    void relatives() {
        assertThat(numbers(search("na hoa", HANOI))).contains(GIRL, MOTHER);
        assertThat(search("hoa mẹ của na", HANOI).tolerance()).isEqualTo(SearchResult.Tolerance.STRICT);
        assertThat(search("na sen", HANOI).hits())
                .as("found by one of the words, by forgiving")
                .allSatisfy(hit -> assertThat(hit.highlights())
                        .noneMatch(one -> one.field().equals("relatedName")));
        assertThat(search("na sen", HANOI).tolerance()).isEqualTo(SearchResult.Tolerance.MOST_PIECES);
        assertThat(numbers(search("na sen", DANANG))).containsExactlyInAnyOrder(GIRL, NEIGHBOUR);
        assertThat(search("na hoa", DANANG).tolerance()).isEqualTo(SearchResult.Tolerance.MOST_PIECES);
    }

    @Test
    @DisplayName("stand in the order of the last contact of the reader's centre")
    void sorted() {
        assertThat(byLastContact(HANOI)).containsExactly(CALLER, GIRL, MOTHER, NEIGHBOUR);
        assertThat(byLastContact(DANANG)).containsExactly(MOTHER, GIRL, NEIGHBOUR, CALLER);
        assertThat(byLastContact(BOTH)).isEqualTo(byLastContact(ReaderScope.all()));
    }

    @ParameterizedTest
    @DisplayName("are to readers of all centres that touched them what they are to readers of every centre")
    @ValueSource(
            strings = {"", "na", "le thi na 2012", "TE-2022-000002", "0987000002", "0002", "hoa mẹ của na", "na sen"})
    void union(String text) {
        SearchResult whole = search(text, ReaderScope.all());
        for (ReaderScope scope : List.of(BOTH, of(Centre.HANOI, Centre.DANANG, Centre.ANGIANG))) {
            SearchResult both = search(text, scope);
            assertThat(both.facets()).isEqualTo(whole.facets());
            assertThat(both.total()).isEqualTo(whole.total());
            assertThat(both.tolerance()).isEqualTo(whole.tolerance());
            assertThat(sorted(both))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("changedAt", "caseNumbers")
                    .isEqualTo(sorted(whole));
            for (int person : numbers(whole)) {
                assertThat(hit(both, person).caseNumbers())
                        .containsExactlyInAnyOrderElementsOf(hit(whole, person).caseNumbers());
            }
        }
    }

    @Test
    @DisplayName("show nothing of what is masked to a centre's readers either, and masks of no other centre's numbers")
    void masked() {
        SearchResult hanoi = everybody(HANOI.reading(PlainFields.NONE));
        assertThat(hit(hanoi, MOTHER).masks()).hasSize(2);
        assertThat(hit(everybody(BOTH.reading(PlainFields.NONE)), MOTHER).masks())
                .hasSize(3);
        assertThat(hanoi.facets().toString() + without(hanoi, NEIGHBOUR)).doesNotContain(OF_DANANG);
    }

    @Test
    @DisplayName("are shown by no field to readers of no centre")
    void nobody() {
        SearchResult none = index.search()
                .search(SearchRequest.of("")
                        .within(ReaderScope.all().of(new OnlyCentres(Set.of())))
                        .sortedBy(SortBy.LAST_CONTACT));
        assertThat(none.total()).isZero();
        assertThat(none.facets()).isEmpty();
    }

    private static ReaderScope of(Centre... centres) {
        return ReaderScope.all().of(new OnlyCentres(Set.of(centres)));
    }

    private static SearchResult everybody(ReaderScope scope) {
        return search("", scope);
    }

    private static SearchResult search(String text, ReaderScope scope) {
        return index.search().search(SearchRequest.of(text).within(scope));
    }

    private static List<Integer> filtered(ReaderScope scope, Attribute attribute, String value) {
        return filtered(scope, SearchFilters.none().with(attribute, value));
    }

    private static List<Integer> filtered(ReaderScope scope, SearchFilters filters) {
        return numbers(index.search().search(SearchRequest.of("").within(scope).filteredBy(filters)));
    }

    private static List<Integer> byLastContact(ReaderScope scope) {
        return numbers(index.search().search(SearchRequest.of("").within(scope).sortedBy(SortBy.LAST_CONTACT)));
    }

    private static List<String> suggested(String typed, ReaderScope scope) {
        return index.suggestions().of(typed, scope).stream()
                .flatMap(one -> one instanceof Suggestion.CaseNumber number ? Stream.of(number.number()) : Stream.of())
                .toList();
    }

    private static String without(SearchResult result, int person) {
        return result.hits().stream()
                .filter(hit -> !hit.masterId().equals(SamplePerson.idOf(person)))
                .toList()
                .toString();
    }

    private static List<SearchHit> sorted(SearchResult result) {
        return result.hits().stream()
                .sorted(Comparator.comparing(hit -> hit.masterId().toString()))
                .toList();
    }

    private static SearchHit hit(SearchResult result, int person) {
        return result.hits().stream()
                .filter(hit -> hit.masterId().equals(SamplePerson.idOf(person)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> numbers(SearchResult result) {
        return result.hits().stream()
                .map(hit -> ALL.stream()
                        .filter(number -> SamplePerson.idOf(number).equals(hit.masterId()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}

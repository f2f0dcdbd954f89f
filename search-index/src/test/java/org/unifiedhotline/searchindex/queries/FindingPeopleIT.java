package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.PersonRole;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.assignment.Sensitivity;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.searchindex.SampleIndex;
import org.unifiedhotline.searchindex.SamplePeople;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyProvinces;
import org.unifiedhotline.searchindex.queries.SearchHit.Highlight;
import org.unifiedhotline.searchindex.queries.SearchResult.FacetCount;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

@DisplayName("Finding people by what was typed into the one box")
class FindingPeopleIT {
    private static SampleIndex index;

    @BeforeAll
    static void fillTheIndex() {
        index = SampleIndex.named("finding-people");
        SamplePeople.all().forEach(index.hub()::hold);
        index.indexing().life().prepare();
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @DisplayName("puts the right person first")
    @ParameterizedTest(name = "{0} → person {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nguyễn thị hoa                 | 1 | with marks",
                "NGUYEN THI HOA lao cai         | 1 | in capitals, without marks",
                "Nguyễn Thị Hòa                 | 3 | with the tone on the other vowel",
                "nguyễn thị hoà                 | 3 | as written",
                "nguyen thi hoa 1990            | 3 | without marks, told apart by the year",
                "nguyen thi hoa 1996 lao cai    | 1 | name, year and province",
                "nguyen thi thu hoa             | 2 | the longer name",
                "hoa nguyễn thị thu             | 2 | given name first",
                "nguyen thi haо 1990            | 3 | a letter that only looks like it",
                "nguyen thi hao 1990            | 3 | two letters swapped",
                "nguyen hoa 1990                | 3 | surname and given name only",
                "Páo                            | 5 | given name only",
                "pao 2009                       | 5 | given name and year",
                "ly a pao ha giang              | 5 | by the province of before",
                "ly a pao tuyen quang           | 5 | by the province since July 2025",
                "dong van 2009                  | 5 | by the district of before",
                "tỉnh Hà Giang                  | 5 | by the province alone",
                "Mông 2009                      | 5 | by ethnic group and year",
                "h'hen niê                      | 6 | an Ê Đê name",
                "hhen nie                       | 6 | an Ê Đê name run together",
                "h hen                          | 6 | an Ê Đê name without clan",
                "y moan                         | 7 | an Ê Đê man",
                "vang thi mỷ                    | 8 | a rare tone",
                "mai mông                       | 8 | by a name used abroad",
                "9/2003                         | 8 | by a month of birth",
                "B1234567                       | 8 | by passport",
                "hoa mẹ của na                  | 9 | a child by its mother",
                "dang van dung                  | 11 | written decomposed",
                "đặng văn dũng                  | 11 | written decomposed, typed composed",
                "9/11/2005                      | 11 | by a day of birth",
                "09-11-2005                     | 11 | by a day of birth in another notation",
                "11/9/2005                      | 11 | with day and month swapped",
                "9/11/05                        | 11 | with two digits of the year",
                "162345678                      | 11 | by a nine-digit identity card",
                "162 345 678                    | 11 | by a nine-digit identity card with spaces",
                "5678 dung                      | 11 | by the last digits of the card and the given name",
                "đỗ thúy hằng                   | 12 | with the tone on the other vowel",
                "da nang 1979                   | 12 | by province and year",
                "tran van hung                  | 4 | without marks",
                "trần văn h                     | 4 | the last word unfinished",
                "tranvan hung                   | 4 | a forgotten space",
                "yen bai hung                   | 4 | province of before, given name",
                "0912345678                     | 4 | by telephone",
                "0912 345 678                   | 4 | by telephone with spaces",
                "0912.345.678                   | 4 | by telephone with dots",
                "+84 912 345 678                | 4 | by telephone with country code",
                "84912345678                    | 4 | by telephone with country code, no plus",
                "912345678                      | 4 | by telephone without the leading zero",
                "345678                         | 4 | by its last six digits",
                "01621234567                    | 1 | by the old eleven-digit mobile",
                "0321234567                     | 1 | by the number of today",
                "0987654321                     | 10 | a caller with a title",
                "chị hoa 1984                   | 10 | with a title typed",
                "0438251234                     | 13 | by the landline's area code of before 2017",
                "02438251234                    | 13 | by the landline of today",
                "010196000123                   | 1 | by a twelve-digit number",
                "010 196 000123                 | 1 | by a twelve-digit number with spaces",
                "12/3/1996                      | 1 | by day of birth without a leading zero",
                "MB-19-00042                    | 1 | by case number",
                "mb19 42                        | 1 | by case number, carelessly",
                "TE-2021-000123                 | 5 | by case number of the other line",
                "te 2021 000123                 | 5 | by case number, carelessly",
                "hotline/victim/206             | 6 | by the key of a source record",
            })
    void rightPersonFirst(String text, int person, String why) {
        assertThat(numbers(index.search().search(SearchRequest.of(text))))
                .as(why)
                .startsWith(person);
    }

    @Test
    @DisplayName("finds a decomposed text (NFD) like a composed one")
    void decomposedText() {
        String typed = Normalizer.normalize("Nguyễn Thị Hoà", Normalizer.Form.NFD);

        assertThat(numbers(index.search().search(SearchRequest.of(typed)))).startsWith(SamplePeople.HOA_WITH_TONE);
    }

    @Test
    @DisplayName("finds a master record by its id")
    void masterId() {
        SearchResult result =
                search(SamplePerson.idOf(SamplePeople.HEN).toString().toUpperCase(java.util.Locale.ROOT));

        assertThat(numbers(result)).containsExactly(SamplePeople.HEN);
    }

    @Test
    @DisplayName("ranks the written tone above another tone, and both above a slip")
    void strengthsAreInOrder() {
        List<Integer> found = numbers(search("Nguyễn Thị Hòa"));

        assertThat(found).startsWith(SamplePeople.HOA_WITH_TONE, SamplePeople.HOA_OF_LAO_CAI);
    }

    @Test
    @DisplayName("finds without marks whoever has the name with any, before those of a longer name")
    void withoutMarks() {
        assertThat(numbers(search("nguyen thi hoa")).subList(0, 2))
                .containsExactlyInAnyOrder(SamplePeople.HOA_OF_LAO_CAI, SamplePeople.HOA_WITH_TONE);
        assertThat(numbers(search("nguyen thi hoa"))).contains(SamplePeople.THU_HOA_OF_HA_NOI);
    }

    @Test
    @DisplayName("finds years of birth in a range")
    void yearRange() {
        assertThat(numbers(search("1984-1988")))
                .containsExactlyInAnyOrder(SamplePeople.HUNG, SamplePeople.MOTHER_HOA, SamplePeople.MOAN);
    }

    @Test
    @DisplayName("forgives slips only when the strict reading does not fill a page")
    void tolerance() {
        assertThat(search("tran van hung").tolerance()).isEqualTo(Tolerance.STRICT);
        assertThat(search("tran van hugn").tolerance()).isEqualTo(Tolerance.SLIPS);
        assertThat(search("tran van hung 1999").tolerance()).isEqualTo(Tolerance.ALL_BUT_BIRTH_OR_MOST);
        assertThat(numbers(search("tran van hung 1999"))).startsWith(SamplePeople.HUNG);
    }

    @Test
    @DisplayName("says how each piece was understood")
    void understoodAs() {
        assertThat(search("hoa 12/3/1996 01621234567 MB-19-42").understoodAs())
                .extracting(SearchResult.UnderstoodPiece::kind)
                .containsExactly("name", "birth-day", "telephone", "case-number");
        assertThat(search("01621234567").understoodAs().getFirst().reading()).contains("+84321234567");
    }

    @Test
    @DisplayName("finds nobody for what nobody has")
    void nobody() {
        assertThat(search("0999999999").hits()).isEmpty();
        assertThat(search("zzzzqqq").total()).isZero();
    }

    @DisplayName("takes what looks like query syntax for text")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "\"",
                "hoa OR 1=1",
                "{\"match_all\":{}}",
                "records.source:hotline",
                "/.*/",
                "hoa~2 AND",
                "\\",
                "(((",
                "a:b^9",
                "' ; DROP TABLE master_record; --",
                "\u0000",
                "😀"
            })
    void syntaxIsText(String text) {
        assertThat(search(text).total()).isLessThan(SamplePeople.all().size() / 2);
    }

    @Test
    @DisplayName("answers an empty text with everyone, latest change first")
    void emptyText() {
        SearchResult everyone = search("  ");

        assertThat(everyone.total()).isEqualTo(13);
        assertThat(everyone.hits()).extracting(SearchHit::changedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @DisplayName("pages through all hits by cursor without losing or repeating one")
    @ParameterizedTest
    @ValueSource(strings = {"", "thi", "hoa"})
    void pages(String text) {
        SearchRequest request = SearchRequest.of(text).sized(2);
        List<MasterId> met = new ArrayList<>();
        String cursor = null;
        do {
            SearchResult page = index.search().search(request.from(cursor));
            page.hits().forEach(hit -> met.add(hit.masterId()));
            cursor = page.nextCursor();
        } while (cursor != null);

        Set<MasterId> atOnce = new LinkedHashSet<>();
        SearchResult whole = index.search().search(SearchRequest.of(text).sized(100));
        whole.hits().forEach(hit -> atOnce.add(hit.masterId()));
        assertThat(met)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(2)
                .containsAll(index.search().search(request).hits().stream()
                        .map(SearchHit::masterId)
                        .toList());
        if (whole.tolerance() == index.search().search(request).tolerance()) {
            assertThat(met).containsExactlyElementsOf(atOnce);
        }
    }

    @Test
    @DisplayName("refuses a cursor of another search")
    void foreignCursor() {
        String cursor = index.search().search(SearchRequest.of("thi").sized(1)).nextCursor();

        assertThat(cursor).isNotNull();
        assertThatThrownBy(() -> index.search().search(SearchRequest.of("hoa").from(cursor)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.search().search(SearchRequest.of("thi").from("no cursor!")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("counts people in facets, not source records")
    void facets() {
        SearchResult everyone = search("");

        assertThat(facet(everyone, "source"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("switchboard", 10L, "hotline", 4L));
        assertThat(facet(everyone, "role")).containsEntry("VICTIM", 4L).containsEntry("CHILD", 4L);
        assertThat(facet(everyone, "openReferral")).containsEntry("true", 1L);
        assertThat(facet(everyone, "exploitation")).containsExactlyEntriesOf(Map.of("FORCED_MARRIAGE", 1L));
        assertThat(facet(everyone, "caseKind")).containsExactlyEntriesOf(Map.of("TRAFFICKING", 1L));
    }

    @Test
    @DisplayName(
            "counts the same where all people are on the page, where they are not, and for readers of some records")
    void facetsOfAnyWay() {
        ReaderScope all = ReaderScope.all();
        ReaderScope noVictims = all.clearedFor(Set.of(Sensitivity.CHILD));
        ReaderScope hotlineOnly = ReaderScope.of(Set.of(SourceSystem.HOTLINE));

        for (ReaderScope scope : List.of(all, noVictims, hotlineOnly)) {
            SearchRequest everybody = SearchRequest.of("").within(scope);
            assertThat(index.search().search(everybody.sized(1)).facets())
                    .isEqualTo(index.search().search(everybody).facets())
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("forgives one slip in a name, not one in each of its words")
    void oneSlip() {
        assertThat(numbers(search("tran van hugn"))).containsExactly(SamplePeople.HUNG);
        assertThat(numbers(search("tranvan hung"))).containsExactly(SamplePeople.HUNG);
        assertThat(search("tarn van hugn").tolerance()).isEqualTo(Tolerance.MOST_PIECES);
    }

    @Test
    @DisplayName("filters by source, role, centre, province, sex, years, open referral, return, kind and channel")
    void filters() {
        assertThat(filtered(Attribute.SOURCE, "hotline")).containsExactlyInAnyOrder(1, 6, 7, 8);
        assertThat(filtered(Attribute.ROLE, "CHILD")).containsExactlyInAnyOrder(2, 5, 9, 11);
        assertThat(filtered(Attribute.CENTRE, "HANOI")).containsExactlyInAnyOrder(1, 2);
        assertThat(filtered(Attribute.PROVINCE, "08")).containsExactly(5);
        assertThat(filtered(Attribute.PROVINCE_BEFORE, "02")).containsExactly(5);
        assertThat(filtered(Attribute.ETHNIC_GROUP, "Mông")).containsExactlyInAnyOrder(5, 8);
        assertThat(filtered(Attribute.EXPLOITATION, "FORCED_MARRIAGE")).containsExactly(1);
        assertThat(filtered(Attribute.CHANNEL, "FACEBOOK")).containsExactly(1);
        assertThat(filtered(Attribute.OPEN_REFERRAL, "true")).containsExactly(1);
        assertThat(filtered(Attribute.OPEN_REFERRAL, "false")).hasSize(12).doesNotContain(1);
        assertThat(filtered(Attribute.RETURNED, "true")).containsExactly(1);
        assertThat(filtered(SearchFilters.none().born(1988, 1992))).containsExactlyInAnyOrder(3, 6, 7);
    }

    @Test
    @DisplayName("marks in the original spelling why someone was found")
    void highlights() {
        assertThat(marked("nguyen thi hoà", SamplePeople.HOA_WITH_TONE)).containsExactly("name: [Nguyễn] [Thị] [Hoà]");
        assertThat(marked("tran van hugn", SamplePeople.HUNG)).contains("name: [Trần] [Văn] [Hùng]");
        assertThat(marked("pao đồng văn", SamplePeople.PAO))
                .contains("name: Lý A [Páo]", "place: [Đồng] [Văn], Tỉnh Hà Giang");
        assertThat(marked("0321234567", SamplePeople.HOA_OF_LAO_CAI)).contains("telephone: [0162 123 4567 (me chau)]");
        assertThat(marked("345678", SamplePeople.HUNG)).contains("telephone: +84912[345678]");
        assertThat(marked("hen 1992", SamplePeople.HEN)).contains("name: H'[Hen] Niê", "birth: [1992]");
    }

    @Test
    @DisplayName("hides source records out of scope from match, rank, facets, counts and hits")
    void scopeBySource() {
        ReaderScope switchboardOnly = ReaderScope.of(Set.of(SourceSystem.SWITCHBOARD));

        assertThat(within(switchboardOnly, "MB-19-00042").total()).isZero();
        assertThat(within(switchboardOnly, "010196000123").total()).isZero();
        assertThat(numbers(within(switchboardOnly, "0162 123 4567"))).containsExactly(1);
        assertThat(within(switchboardOnly, SamplePerson.idOf(SamplePeople.HEN).toString())
                        .total())
                .isZero();

        SearchResult everyone = within(switchboardOnly, "");
        assertThat(everyone.total()).isEqualTo(10);
        assertThat(facet(everyone, "source")).containsExactlyEntriesOf(Map.of("switchboard", 10L));
        assertThat(facet(everyone, "exploitation")).isEmpty();
        assertThat(facet(everyone, "returned")).doesNotContainKey("true");

        SearchHit hoa = within(switchboardOnly, "0162 123 4567").hits().getFirst();
        assertThat(hoa.displayName()).isEqualTo("Nguyen Thi Hoa");
        assertThat(hoa.otherNames()).isEmpty();
        assertThat(hoa.births()).isEmpty();
        assertThat(hoa.caseNumbers()).isEmpty();
        assertThat(hoa.identityNumbers()).isEmpty();
        assertThat(hoa.sources()).containsExactly(SourceSystem.SWITCHBOARD);
        assertThat(hoa.returned()).isFalse();
        assertThat(hoa.changedAt()).as("of the record in scope").isBefore(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("hides whom the reader is not cleared for, with all of their source records")
    void clearance() {
        ReaderScope noVictims = ReaderScope.all().clearedFor(Set.of(Sensitivity.CHILD));

        assertThat(numbers(within(noVictims, ""))).doesNotContain(1, 6, 7, 8).hasSize(9);
        assertThat(within(noVictims, "0321234567").total())
                .as("the telephone stands on her caller's record")
                .isZero();
        assertThat(facet(within(noVictims, ""), "source")).containsExactlyEntriesOf(Map.of("switchboard", 9L));
        assertThat(numbers(within(ReaderScope.all().clearedFor(Set.of()), "")))
                .containsExactlyInAnyOrder(3, 4, 10, 12, 13);
    }

    @Test
    @DisplayName("shows a reader of callers' records those alone, of whomever they are")
    void scopeByRole() {
        ReaderScope callers = ReaderScope.all().ofRoles(Set.of(PersonRole.CALLER));

        assertThat(numbers(within(callers, "0321234567"))).containsExactly(SamplePeople.HOA_OF_LAO_CAI);
        assertThat(within(callers, "MB-19-00042").total()).isZero();
        assertThat(facet(within(callers, ""), "role")).containsOnlyKeys("CALLER");
    }

    @Test
    @DisplayName("shows a province's reader the records of people at home there, and no others")
    void scopeByProvince() {
        ReaderScope tuyenQuang = ReaderScope.all().of(new OnlyProvinces(Set.of("08")));

        assertThat(numbers(within(tuyenQuang, ""))).containsExactly(SamplePeople.PAO);
        assertThat(within(tuyenQuang, "nguyen thi hoa").total()).isZero();
    }

    @Test
    @DisplayName("lets no value out of scope lift a rank")
    void scopeInRank() {
        ReaderScope switchboardOnly = ReaderScope.of(Set.of(SourceSystem.SWITCHBOARD));

        double known = scoreOf(search("nguyen thi hoa 1996"), SamplePeople.HOA_OF_LAO_CAI);
        SearchResult restricted = within(switchboardOnly, "nguyen thi hoa 1996");

        assertThat(known).isPositive();
        assertThat(numbers(restricted))
                .startsWith(SamplePeople.THU_HOA_OF_HA_NOI)
                .doesNotContain(1);
    }

    @Test
    @DisplayName("shows a centre's reader the records that centre has had a contact of, and no others")
    void scopeByCentre() {
        ReaderScope daNang = ReaderScope.all().of(new OnlyCentres(Set.of(Centre.DANANG)));

        SearchResult everyone = within(daNang, "");

        assertThat(numbers(everyone)).containsExactly(1);
        assertThat(everyone.hits().getFirst().telephones()).isEmpty();
        assertThat(everyone.hits().getFirst().centres()).containsExactly(Centre.DANANG);
        assertThat(within(daNang, "0321234567").total()).isZero();
        assertThat(within(ReaderScope.of(Set.of()), "").total()).isZero();
    }

    private static SearchResult search(String text) {
        return index.search().search(SearchRequest.of(text));
    }

    private static SearchResult within(ReaderScope scope, String text) {
        return index.search().search(SearchRequest.of(text).within(scope));
    }

    private static List<Integer> filtered(SearchFilters filters) {
        return numbers(index.search().search(SearchRequest.of("").filteredBy(filters)));
    }

    private static List<Integer> filtered(Attribute attribute, String value) {
        return filtered(SearchFilters.none().with(attribute, value));
    }

    private static Map<String, Long> facet(SearchResult result, String name) {
        return result.facets().stream()
                .filter(facet -> facet.name().equals(name))
                .flatMap(facet -> facet.counts().stream())
                .collect(Collectors.toMap(FacetCount::value, FacetCount::people));
    }

    private static double scoreOf(SearchResult result, int person) {
        return result.hits().stream()
                .filter(hit -> hit.masterId().equals(SamplePerson.idOf(person)))
                .mapToDouble(SearchHit::score)
                .findFirst()
                .orElse(0);
    }

    private static List<String> marked(String text, int person) {
        return search(text).hits().stream()
                .filter(hit -> hit.masterId().equals(SamplePerson.idOf(person)))
                .flatMap(hit -> hit.highlights().stream())
                .map(FindingPeopleIT::marked)
                .toList();
    }

    private static String marked(Highlight highlight) {
        StringBuilder text = new StringBuilder(highlight.text());
        highlight
                .marks()
                .reversed()
                .forEach(mark -> text.insert(mark.end(), ']').insert(mark.start(), '['));
        return highlight.field() + ": " + text;
    }

    private static List<Integer> numbers(SearchResult result) {
        return result.hits().stream().map(hit -> number(hit.masterId())).toList();
    }

    private static int number(MasterId id) {
        for (int number = 1; number <= 13; number++) {
            if (SamplePerson.idOf(number).equals(id)) {
                return number;
            }
        }
        return -1;
    }
}

package org.unifiedhotline.searchindex.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.mappings.canonical.ReferralRecord.ReferralOutcome;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;
import org.unifiedhotline.searchindex.documents.DocumentBuilder;
import org.unifiedhotline.searchindex.documents.DocumentForm;
import org.unifiedhotline.searchindex.documents.PersonDocument;
import org.unifiedhotline.searchindex.queries.ReaderScope.OnlyCentres;
import org.unifiedhotline.searchindex.queries.SearchResult.Tolerance;

@DisplayName("A reader of one centre")
class CasesOfCentresTest {
    private static final Scope HANOI = of(Centre.HANOI);

    /** Fields that hold what all centres had to do with a record. */
    private static final List<String> OF_ALL_CENTRES = List.of(
            "\"records.caseNumbers\"",
            "\"records.caseKinds\"",
            "\"records.exploitation\"",
            "\"records.openReferral\"",
            "\"records.channels\"",
            "\"records.lastContact\"",
            "\"records.matched.telephoneEnds\"",
            "\"records.matched.lastDigits\"",
            "\"all.",
            "\"any.");

    @ParameterizedTest
    @EnumSource(Tolerance.class)
    @DisplayName("asks no field that tells of other centres, whatever is typed")
    void typed(Tolerance tolerance) {
        for (String text : List.of(
                "TE-2021-000123",
                "MB-19-00042",
                "0912345678",
                "5678",
                "345678",
                "010196000123",
                "nguyen thi hoa 1996 lao cai 5678",
                "hoa mẹ của na TE-2021-000123")) {
            assertThat(PersonQuery.of(Understanding.of(text), tolerance, HANOI)
                            .filteredBy(List.of())
                            .toString())
                    .as(text)
                    .contains("records.centres")
                    .doesNotContain(OF_ALL_CENTRES);
        }
    }

    @Test
    @DisplayName("filters, counts and sorts by no such field")
    void filtered() {
        SearchFilters filters = SearchFilters.none().lastContact(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 1));
        for (Map.Entry<Attribute, String> filter : Map.of(
                        Attribute.CASE_KIND, "NEGLECT",
                        Attribute.EXPLOITATION, "FORCED_MARRIAGE",
                        Attribute.CENTRE, "DANANG",
                        Attribute.CHANNEL, "ZALO",
                        Attribute.OPEN_REFERRAL, "true")
                .entrySet()) {
            filters = filters.with(filter.getKey(), filter.getValue());
        }
        String asked = FilterQueries.of(filters, HANOI).toString()
                + Facets.asked(HANOI)
                + Arrays.stream(SortBy.values())
                        .map(sort -> sort.options(HANOI).toString())
                        .toList();
        assertThat(asked)
                .contains(
                        "records.knownTo.HANOI.caseKinds",
                        "records.knownTo.HANOI.centres",
                        "records.knownTo.HANOI.lastContact")
                .doesNotContain(OF_ALL_CENTRES);
    }

    @Test
    @DisplayName("is shown what is kept of their own centre's cases and contacts in a document")
    void shown() throws JsonProcessingException {
        PersonDocument kept = kept();
        SearchHit hanoi = read(kept, HANOI);
        SearchHit danang = read(kept, of(Centre.DANANG));
        SearchHit both = read(kept, of(Centre.HANOI, Centre.DANANG));
        SearchHit whole = read(kept, new Scope(ReaderScope.all()));

        assertThat(hanoi.caseNumbers()).containsExactly("TE-2021-000001");
        assertThat(hanoi.centres()).containsExactly(Centre.HANOI);
        assertThat(hanoi.openReferral()).isFalse();
        assertThat(hanoi.lastContact()).isEqualTo("2021-01-01T00:00:00Z");
        assertThat(hanoi.telephones()).containsExactly("0905333444");
        assertThat(hanoi.toString()).doesNotContain("TE-2022-000002", "0987000002", "DANANG");
        assertThat(danang.caseNumbers()).containsExactly("TE-2022-000002");
        assertThat(danang.openReferral()).isTrue();
        assertThat(danang.lastContact()).isEqualTo("2022-01-01T00:00:00Z");
        assertThat(danang.telephones()).containsExactly("0905333444", "0987000002");
        assertThat(both.caseNumbers()).containsExactlyInAnyOrder("TE-2021-000001", "TE-2022-000002");
        assertThat(both.telephones()).isEqualTo(whole.telephones());
        assertThat(both.lastContact()).isEqualTo(whole.lastContact());
        assertThat(whole.caseNumbers()).hasSize(3);
    }

    private static PersonDocument kept() throws JsonProcessingException {
        SampleRecord child = SampleRecord.child(1).named("Lê Thị Na").telephone("0905333444");
        SamplePerson person = SamplePerson.number(1)
                .with(child)
                .caseAbout(child, "TE-2021-000001", "TRAFFICKING")
                .caseAbout(child, "TE-2022-000002", "NEGLECT")
                .caseAbout(child, "TE-2023-000003", "OTHER")
                .contactAbout("TE-2021-000001", child, null, Centre.HANOI, Channel.VOICE, "2021-01-01T00:00:00Z")
                .contactAbout(
                        "TE-2022-000002", child, "0987000002", Centre.DANANG, Channel.ZALO, "2022-01-01T00:00:00Z")
                .referralOf(SourceSystem.SWITCHBOARD, "TE-2022-000002", ReferralOutcome.PENDING);
        PersonDocument document = new DocumentBuilder(number -> "hash of " + number).build(person.file(), Map.of());
        return new ObjectMapper().treeToValue(new DocumentForm().kept(document), PersonDocument.class);
    }

    private static SearchHit read(PersonDocument person, Scope scope) {
        return new HitReader(scope, new Highlighter(Understanding.of("na"), false)).read(person, 0);
    }

    private static Scope of(Centre... centres) {
        return new Scope(ReaderScope.all().of(new OnlyCentres(Set.of(centres))));
    }
}

package org.unifiedhotline.searchindex.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.Centre;
import org.unifiedhotline.mappings.canonical.ContactRecord.Channel;
import org.unifiedhotline.searchindex.SamplePeople;
import org.unifiedhotline.searchindex.SamplePerson;
import org.unifiedhotline.searchindex.SampleRecord;
import org.unifiedhotline.searchindex.documents.SourceRecordDocument.MatchedValues;

@DisplayName("The document of a person")
class DocumentBuilderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DocumentBuilder builder = new DocumentBuilder(number -> "hash of " + number);

    @Test
    @DisplayName("keeps the values of each source record inside it")
    void nested() {
        PersonDocument hoa = builder.build(SamplePeople.hoaOfLaoCai().file(), Map.of());

        assertThat(hoa.records())
                .extracting(SourceRecordDocument::key)
                .containsExactly("hotline/victim/201", "switchboard/nguoi_goi/101");
        MatchedValues victim = matched(hoa, 0);
        MatchedValues caller = matched(hoa, 1);
        assertThat(victim.identityHashes()).containsExactly("hash of 010196000123");
        assertThat(victim.identityEnds()).containsExactly("3210");
        assertThat(hoa.records().get(0).shown().identityNumbers()).containsExactly("…0123");
        assertThat(caller.identityEnds()).isEmpty();
        assertThat(victim.telephoneEnds()).isEmpty();
        assertThat(caller.telephoneEnds()).contains("76543212348", "7654321230", "76543212610");
        assertThat(hoa.records().get(0).exploitation()).containsExactly("FORCED_MARRIAGE");
        assertThat(hoa.records().get(0).openReferral()).isTrue();
        assertThat(hoa.records().get(0).returned()).isTrue();
        assertThat(hoa.records().get(1).openReferral()).isFalse();
        assertThat(hoa.records().get(1).centres()).containsExactly("HANOI");
    }

    @Test
    @DisplayName("holds names in every strength, whole and word by word")
    void names() {
        MatchedValues tone = matched(builder.build(SamplePeople.hoaWithTone().file(), Map.of()), 0);

        assertThat(tone.exact()).containsExactlyInAnyOrder("nguyễn", "thị", "hoà");
        assertThat(tone.toneless()).containsExactlyInAnyOrder("nguyên4", "thi5", "hoa2");
        assertThat(tone.folded()).containsExactlyInAnyOrder("nguyen", "thi", "hoa");
        assertThat(tone.wholeFolded()).containsExactly("nguyen thi hoa");
        assertThat(tone.wholeSorted()).containsExactly("hoa nguyen thi");
        assertThat(tone.ends()).containsExactly("nguyen hoa");
        assertThat(tone.given()).containsExactly("hoa");
    }

    @Test
    @DisplayName("holds a province by its names in both eras")
    void places() {
        MatchedValues pao = matched(builder.build(SamplePeople.pao().file(), Map.of()), 0);

        assertThat(pao.placeNames()).contains("ha giang", "tuyen quang", "dong van");
    }

    @Test
    @DisplayName("uses no field that the mapping does not know")
    void mappingKnowsAllFields() throws IOException {
        Set<String> known = new TreeSet<>();
        try (InputStream index = Objects.requireNonNull(PersonDocument.class.getResourceAsStream("index.json"))) {
            collectMapped(JSON.readTree(index).at("/mappings/properties"), "", known);
        }
        Set<String> used = new TreeSet<>();
        SamplePeople.all().forEach(file -> collectUsed(JSON.valueToTree(builder.build(file, Map.of())), "", used));

        assertThat(known).containsAll(used);
        assertThat(used).contains("records.matched.folded", "records.exploitation");
    }

    @Test
    @DisplayName(
            "holds apart, for each set of centres of which one touched a record, what readers of these may know of it")
    void knownToCentres() throws IOException {
        SampleRecord child = SampleRecord.child(1).named("Lê Thị Na");
        SourceRecordDocument shared = builder.build(
                        SamplePerson.number(1)
                                .with(child)
                                .caseAbout(child, "TE-2021-000001", "TRAFFICKING")
                                .caseAbout(child, "TE-2022-000002", "NEGLECT")
                                .caseAbout(child, "TE-2023-000003", "OTHER")
                                .contactAbout(
                                        "TE-2021-000001",
                                        child,
                                        null,
                                        Centre.HANOI,
                                        Channel.VOICE,
                                        "2021-01-01T00:00:00Z")
                                .contactAbout(
                                        "TE-2022-000002",
                                        child,
                                        null,
                                        Centre.DANANG,
                                        Channel.ZALO,
                                        "2022-01-01T00:00:00Z")
                                .file(),
                        Map.of())
                .records()
                .getFirst();

        assertThat(shared.caseNumbers()).hasSize(3);
        assertThat(shared.knownTo())
                .containsOnlyKeys(
                        "HANOI", "DANANG", "HANOI_DANANG", "HANOI_ANGIANG", "DANANG_ANGIANG", "HANOI_DANANG_ANGIANG");
        KnownValues hanoi = Objects.requireNonNull(shared.knownTo().get("HANOI"));
        assertThat(hanoi.caseNumbers()).containsExactly("TE-2021-000001");
        assertThat(hanoi.caseKinds()).containsExactly("TRAFFICKING");
        assertThat(hanoi.channels()).containsExactly("VOICE");
        assertThat(Objects.requireNonNull(shared.knownTo().get("HANOI_DANANG_ANGIANG"))
                        .caseNumbers())
                .as("not the case that no centre touched")
                .containsExactly("TE-2021-000001", "TE-2022-000002");
        try (InputStream index = Objects.requireNonNull(PersonDocument.class.getResourceAsStream("index.json"))) {
            assertThat(JSON.readTree(index)
                            .at("/mappings/properties/records/properties/knownTo/properties")
                            .fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(CentreSets.all().keySet());
        }
    }

    @Test
    @DisplayName("reads back from JSON what a hit shows")
    void readsBack() throws IOException {
        PersonDocument hoa = builder.build(SamplePeople.hoaOfLaoCai().file(), Map.of());

        PersonDocument read = JSON.readValue(JSON.writeValueAsBytes(hoa), PersonDocument.class);

        assertThat(read.shown()).isEqualTo(hoa.shown());
        assertThat(shown(read)).isEqualTo(shown(hoa));
    }

    private static List<SourceRecordDocument.ShownValues> shown(PersonDocument person) {
        return person.records().stream().map(SourceRecordDocument::shown).toList();
    }

    private static MatchedValues matched(PersonDocument document, int record) {
        return Objects.requireNonNull(document.records().get(record).matched());
    }

    private static void collectMapped(JsonNode properties, String path, Set<String> into) {
        properties.properties().forEach(field -> {
            into.add(path + field.getKey());
            collectMapped(field.getValue().path("properties"), path + field.getKey() + ".", into);
        });
    }

    private static void collectUsed(JsonNode value, String path, Set<String> into) {
        if (value.isArray()) {
            value.forEach(element -> collectUsed(element, path, into));
        }
        value.properties().forEach(field -> {
            into.add(path + field.getKey());
            if (!field.getKey().equals("shown")) {
                collectUsed(field.getValue(), path + field.getKey() + ".", into);
            }
        });
    }
}

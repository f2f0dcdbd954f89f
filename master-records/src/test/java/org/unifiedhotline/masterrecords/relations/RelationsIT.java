package org.unifiedhotline.masterrecords.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.ReporterRelation;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.relations.Related.CaseTie;
import org.unifiedhotline.masterrecords.relations.Related.Other;
import org.unifiedhotline.masterrecords.relations.Related.Part;
import org.unifiedhotline.masterrecords.scope.ReaderScope;

@DisplayName("Who is related to a person")
class RelationsIT {
    private static final String PHONE = "+84912345678";
    private static final Predicate<List<SourceRecordKey>> EVERYBODY = records -> true;

    private final Hub hub = Hub.running("relations");
    private final Relations relations = new Relations(hub.database.database(), Hub.model());

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("are the mother who reported the case, who else called in it, and nobody of other cases")
    void byCases() {
        hub.take(
                inserted("tre_em", 1, 20, "name", "Lê Thị Hoa", "year", 2009L),
                inserted("nguoi_goi", 2, 21, "name", "Trần Thị Nga"),
                inserted("nguoi_goi", 3, 22, "name", "Vũ Văn Sơn"),
                inserted("tre_em", 4, 23, "name", "Đỗ Văn Nam", "year", 2011L),
                inserted("ca_can_thiep", 7, 24, "subject", 1L, "reporter", 2L, "relation", "MOTHER"),
                inserted("ca_can_thiep", 8, 25, "subject", 4L),
                inserted("cuoc_goi", 9, 26, "caller", 3L, "case", 7L));
        hub.resolve();

        Related girl = relations.of(master("tre_em", 1), ReaderScope.ALL, EVERYBODY);
        assertThat(girl.people())
                .extracting(Other::masterId)
                .containsExactlyInAnyOrder(master("nguoi_goi", 2), master("nguoi_goi", 3));
        CaseTie mother = tie(girl, master("nguoi_goi", 2));
        assertThat(mother.relation()).isEqualTo(ReporterRelation.MOTHER);
        assertThat(mother.part()).isEqualTo(Part.SUBJECT);
        assertThat(mother.otherPart()).isEqualTo(Part.REPORTER);
        assertThat(mother.isFamily()).isTrue();
        CaseTie neighbour = tie(girl, master("nguoi_goi", 3));
        assertThat(neighbour.otherPart()).isEqualTo(Part.CALLER);
        assertThat(neighbour.isFamily()).isFalse();

        CaseTie daughter = tie(relations.of(master("nguoi_goi", 2), ReaderScope.ALL, EVERYBODY), master("tre_em", 1));
        assertThat(daughter.part()).isEqualTo(Part.REPORTER);
        assertThat(daughter.isFamily()).isTrue();
    }

    @Test
    @DisplayName("are those who hold the same telephone, by their own rows or by what their calls presented")
    void byTelephone() {
        hub.take(
                inserted("tre_em", 1, 20, "name", "Lê Thị Hoa", "year", 2009L, "phone", PHONE),
                inserted("nguoi_goi", 2, 21, "phone", PHONE),
                inserted("caller", 3, 22, "name", "Vũ Văn Sơn"),
                inserted("call", 4, 23, "caller", 3L, "number", PHONE),
                inserted("nguoi_goi", 5, 24, "name", "Đỗ Văn Nam", "phone", "+84987654321"));
        hub.resolve();

        Related girl = relations.of(master("tre_em", 1), ReaderScope.ALL, EVERYBODY);
        assertThat(girl.people())
                .extracting(Other::masterId)
                .containsExactlyInAnyOrder(master("nguoi_goi", 2), master("caller", 3));
        assertThat(girl.people())
                .allSatisfy(other -> assertThat(other.telephones()).containsExactly(PHONE));
        assertThat(girl.common()).isEmpty();
        assertThat(girl.all()).isTrue();
    }

    @Test
    @DisplayName("of a telephone that many hold are told as a number only, and of those who may not be known nothing")
    void commonTelephone() {
        int many = Relations.MANY + 1;
        hub.take(inserted("tre_em", 1, 20, "name", "Lê Thị Hoa", "year", 2009L, "phone", PHONE));
        for (int caller = 0; caller < many; caller++) {
            hub.take(inserted(
                    "nguoi_goi", 100 + caller, 30 + caller, "name", "Vũ Văn " + (char) ('A' + caller), "phone", PHONE));
        }
        hub.take(inserted("victim", 5, 90, "name", "Giàng Thị Mỷ", "year", 1999L, "phone", PHONE));
        hub.resolve();

        Predicate<List<SourceRecordKey>> noVictims =
                records -> records.stream().noneMatch(key -> key.table().name().equals("victim"));
        Related girl = relations.of(master("tre_em", 1), ReaderScope.ALL, noVictims);
        assertThat(girl.people()).isEmpty();
        assertThat(girl.common()).singleElement().satisfies(common -> {
            assertThat(common.number()).isEqualTo(PHONE);
            assertThat(common.people()).isEqualTo(many);
        });
        assertThat(relations.of(master("tre_em", 1), ReaderScope.ALL, EVERYBODY).common())
                .singleElement()
                .satisfies(common -> assertThat(common.people()).isEqualTo(many + 1));
        assertThat(relations.of(master("tre_em", 1), ReaderScope.ALL, records -> false))
                .isEqualTo(new Related(List.of(), List.of(), true));
    }

    @Test
    @DisplayName("leave out a case about somebody who may not be known, also between two who may")
    void casesOfOthers() {
        hub.take(
                inserted("victim", 1, 20, "name", "Lê Thị Hoa", "year", 1999L),
                inserted("caller", 2, 21, "name", "Trần Thị Nga"),
                inserted("caller", 3, 22, "name", "Vũ Văn Sơn"),
                inserted("case_file", "MB-21-1", 24, "subject", 1L, "reporter", 2L),
                inserted("call", 9, 26, "caller", 3L, "case", "MB-21-1"));
        hub.resolve();

        assertThat(relations.of(master("caller", 2), ReaderScope.ALL, EVERYBODY).people())
                .hasSize(2);
        assertThat(relations
                        .of(
                                master("caller", 2),
                                ReaderScope.ALL,
                                records -> records.stream()
                                        .noneMatch(key -> key.table().name().equals("victim")))
                        .people())
                .isEmpty();
    }

    private static CaseTie tie(Related related, MasterId other) {
        return related.people().stream()
                .filter(person -> person.masterId().equals(other))
                .findFirst()
                .orElseThrow()
                .cases()
                .getFirst();
    }

    private MasterId master(String table, Object id) {
        return hub.masterOf(table, id);
    }
}

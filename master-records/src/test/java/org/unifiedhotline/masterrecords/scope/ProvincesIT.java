package org.unifiedhotline.masterrecords.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.inserted;
import static org.unifiedhotline.masterrecords.Changes.key;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.canonical.CaseRecord;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.Hub;
import org.unifiedhotline.masterrecords.records.MasterId;
import org.unifiedhotline.masterrecords.records.MasterLookup;
import org.unifiedhotline.masterrecords.scope.ReaderScope.EveryCentre;
import org.unifiedhotline.masterrecords.scope.ReaderScope.OnlyProvinces;

@DisplayName("A reader of one province")
class ProvincesIT {
    private static final String LAO_CAI = "15";
    private static final String AN_GIANG = "91";

    private final Hub hub = Hub.running("provinces");

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    @DisplayName("is shown people at home there, and nobody whose home is elsewhere or not known")
    void homes() {
        hub.take(
                inserted("tre_em", 1, 20, "name", "Lê Thị Hoa", "year", 2009L, "province", LAO_CAI),
                inserted("tre_em", 2, 21, "name", "Trần Văn Bảy", "year", 2010L, "province", AN_GIANG),
                inserted("tre_em", 3, 22, "name", "Đỗ Thị Nhàn", "year", 2011L));
        hub.resolve();

        List<MasterId> all = List.of(hub.masterOf("tre_em", 1), hub.masterOf("tre_em", 2), hub.masterOf("tre_em", 3));
        assertThat(hub.masters.load(all, of(LAO_CAI))).containsOnlyKeys(all.get(0));
        assertThat(hub.masters.load(all, of(LAO_CAI, AN_GIANG))).containsOnlyKeys(all.get(0), all.get(1));
        assertThat(hub.masters.load(all, ReaderScope.ALL)).hasSize(3);
        assertThat(hub.masters.find(all.get(1), of(LAO_CAI))).isInstanceOf(MasterLookup.Unknown.class);
    }

    @Test
    @DisplayName("is shown of a caller of theirs no case about somebody of elsewhere")
    void cases() {
        hub.take(
                inserted("nguoi_goi", 1, 20, "name", "Vũ Văn Sơn", "province", LAO_CAI),
                inserted("tre_em", 2, 21, "name", "Lê Thị Hoa", "year", 2009L, "province", LAO_CAI),
                inserted("tre_em", 3, 22, "name", "Trần Văn Bảy", "year", 2010L, "province", AN_GIANG),
                inserted("ca_can_thiep", 7, 24, "subject", 2L, "reporter", 1L),
                inserted("ca_can_thiep", 8, 25, "subject", 3L, "reporter", 1L));
        hub.resolve();

        MasterId caller = hub.masterOf("nguoi_goi", 1);
        assertThat(hub.masters
                        .load(List.of(caller), ReaderScope.ALL)
                        .get(caller)
                        .cases())
                .hasSize(2);
        assertThat(hub.masters.load(List.of(caller), of(LAO_CAI)).get(caller).cases())
                .extracting(CaseRecord::key)
                .containsExactly(key("ca_can_thiep", 7));
    }

    private static ReaderScope of(String... provinces) {
        return new ReaderScope(
                EnumSet.allOf(SourceSystem.class),
                new EveryCentre(),
                new OnlyProvinces(Set.of(provinces)),
                EnumSet.allOf(Label.class));
    }
}

package org.unifiedhotline.masterrecords.erasurelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unifiedhotline.masterrecords.Changes.key;
import static org.unifiedhotline.masterrecords.Changes.row;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;

@DisplayName("Of a row that is about somebody erased")
class ErasedRowsTest {
    private static ErasedRows listing(SourceRecordKey... keys) {
        return new ErasedRows(Set.of(keys)::contains, key -> false, name -> "#" + name.length());
    }

    @Test
    @DisplayName("the person's own keeps its key and times only, and loses a column that nobody knew of as well")
    void own() {
        SourceRow kept = listing(key("tre_em", 1))
                .of(
                        key("tre_em", 1),
                        row("id", 1L, "ho_ten", "Hoa", "cot_moi", "Hoa", "ngay_tao", "2024-05-06T07:08:09"));
        assertThat(kept).isEqualTo(row("id", 1L, "ho_ten", null, "cot_moi", null, "ngay_tao", "2024-05-06T07:08:09"));
    }

    @Test
    @DisplayName("a contact about an erased child keeps the number of the other person who called, and no notes")
    void contactOfAnother() {
        SourceRow call = row("id", 4L, "id_nguoi_goi", 5L, "so_goi_den", "0912345678", "id_ca", 7L, "noi_dung", "x");
        assertThat(listing(key("ca_can_thiep", 7)).of(key("cuoc_goi", 4), call))
                .isEqualTo(
                        row("id", 4L, "id_nguoi_goi", 5L, "so_goi_den", "0912345678", "id_ca", 7L, "noi_dung", null));
    }

    @Test
    @DisplayName(
            "a contact that the erased person made loses the number, and so does one that nobody is known to have made")
    void ownNumber() {
        SourceRow own = row("id", 4L, "id_nguoi_goi", 5L, "so_goi_den", "0912345678", "id_ca", null, "noi_dung", "x");
        assertThat(listing(key("nguoi_goi", 5)).of(key("cuoc_goi", 4), own).columns())
                .containsEntry("so_goi_den", null);
        SourceRow nobodys = row("id", 4L, "id_nguoi_goi", null, "so_goi_den", "0912345678", "id_ca", 7L);
        assertThat(listing(key("ca_can_thiep", 7))
                        .of(key("cuoc_goi", 4), nobodys)
                        .columns())
                .containsEntry("so_goi_den", null);
    }

    @Test
    @DisplayName(
            "a referral of the case keeps what is counted, and a hash in the place of the agency; what was done for her goes")
    void referral() {
        SourceRow referral =
                row("id", 8L, "id_ca", 7L, "don_vi_nhan", "Nhà A", "dich_vu", "khám", "ket_qua", "HOAN_THANH");
        assertThat(listing(key("ca_can_thiep", 7)).of(key("chuyen_tuyen", 8), referral))
                .isEqualTo(row("id", 8L, "id_ca", 7L, "don_vi_nhan", "#5", "dich_vu", null, "ket_qua", "HOAN_THANH"));
        SourceRow listed = row("referral_id", 9L, "case_no", "MB-1", "agency_code", "CA-1", "service", "SHELTER");
        assertThat(listing(key("case_file", "MB-1")).of(key("referral", 9), listed))
                .isEqualTo(row("referral_id", 9L, "case_no", "MB-1", "agency_code", "CA-1", "service", null));
    }

    @Test
    @DisplayName("a spared contact stays as it is, until it is erased itself")
    void spared() {
        SourceRow call = row("id", 4L, "id_nguoi_goi", 5L, "so_goi_den", "0912345678", "id_ca", 7L, "noi_dung", "x");
        assertThat(new ErasedRows(Set.of(key("ca_can_thiep", 7))::contains, key -> true, name -> name)
                        .of(key("cuoc_goi", 4), call))
                .isEqualTo(call);
        assertThat(new ErasedRows(Set.of(key("cuoc_goi", 4))::contains, key -> true, name -> name)
                        .of(key("cuoc_goi", 4), call)
                        .columns())
                .containsEntry("noi_dung", null);
    }

    @Test
    @DisplayName("a case and a call keep codes, and ? in the place of what somebody typed among them")
    void codes() {
        assertThat(listing(key("case_file", "MB-1"))
                        .of(
                                key("case_file", "MB-1"),
                                row("case_no", "MB-1", "exploitation", List.of("ORGAN", "bị dì bán")))
                        .columns())
                .containsEntry("exploitation", List.of("ORGAN", "?"));
        assertThat(listing(key("call", "c"))
                        .of(key("call", "c"), row("call_id", "c", "language", "tiếng quê"))
                        .columns())
                .containsEntry("language", "?");
        assertThat(listing(key("ca_can_thiep", 7))
                        .of(key("ca_can_thiep", 7), row("id", 7L, "loai_vu_viec", "bị bán"))
                        .columns())
                .containsEntry("loai_vu_viec", "?");
    }

    @Test
    @DisplayName("an assessment keeps points by codes, and loses what else was written among them")
    void criteria() {
        SourceRow points = row("id", 8L, "id_cuoc_goi", 4L, "tieu_chi", "{\"lang_nghe\": 18, \"ghi_chep\":14.5}");
        assertThat(listing(key("cuoc_goi", 4)).of(key("qms_danh_gia", 8), points))
                .isEqualTo(points);
        SourceRow words = row("id", 8L, "id_cuoc_goi", 4L, "tieu_chi", "{\"Em Hoa\": 18}");
        assertThat(listing(key("cuoc_goi", 4)).of(key("qms_danh_gia", 8), words).columns())
                .containsEntry("tieu_chi", null);
        SourceRow both = row("id", 8L, "id_cuoc_goi", 4L, "tieu_chi", "{\"lang_nghe\":18,\"nguyen_thi_hoa\":3}");
        assertThat(listing(key("cuoc_goi", 4)).of(key("qms_danh_gia", 8), both).columns())
                .containsEntry("tieu_chi", "{\"lang_nghe\": 18}");
    }

    @Test
    @DisplayName("a call keeps its topic, but no words in the place of one")
    void topic() {
        SourceRow topic = row("id", 4L, "id_nguoi_goi", 5L, "ma_linh_vuc", "BLGD");
        assertThat(listing(key("nguoi_goi", 5)).of(key("cuoc_goi", 4), topic).columns())
                .containsEntry("ma_linh_vuc", "BLGD");
        SourceRow words = row("id", 4L, "id_nguoi_goi", 5L, "ma_linh_vuc", "em Hoa");
        assertThat(listing(key("nguoi_goi", 5)).of(key("cuoc_goi", 4), words).columns())
                .containsEntry("ma_linh_vuc", "?");
    }

    @Test
    @DisplayName("a case that she only reported, about somebody else, stays as it is")
    void reported() {
        SourceRow file = row("id", 7L, "id_tre_em", 9L, "id_nguoi_bao", 5L, "tom_tat", "x");
        assertThat(listing(key("nguoi_goi", 5)).of(key("ca_can_thiep", 7), file))
                .isEqualTo(file);
    }

    @Test
    @DisplayName("nothing is changed where nobody in it is erased")
    void others() {
        SourceRow other = row("id", 2L, "ho_ten", "Nam");
        assertThat(listing(key("tre_em", 1)).of(key("tre_em", 2), other)).isSameAs(other);
    }
}

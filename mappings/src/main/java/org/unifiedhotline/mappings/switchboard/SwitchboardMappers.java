package org.unifiedhotline.mappings.switchboard;

import java.util.Map;
import java.util.function.Predicate;
import org.mapstruct.factory.Mappers;
import org.unifiedhotline.mappings.reading.TableMapper;

/** The mappers of the switchboard's tables. */
public final class SwitchboardMappers {
    private static final DmTinhMapper DM_TINH = Mappers.getMapper(DmTinhMapper.class);
    private static final DmLinhVucMapper DM_LINH_VUC = Mappers.getMapper(DmLinhVucMapper.class);
    private static final TongDaiVienMapper TONG_DAI_VIEN = Mappers.getMapper(TongDaiVienMapper.class);
    private static final NguoiGoiMapper NGUOI_GOI = Mappers.getMapper(NguoiGoiMapper.class);
    private static final TreEmMapper TRE_EM = Mappers.getMapper(TreEmMapper.class);
    private static final CaCanThiepMapper CA_CAN_THIEP = Mappers.getMapper(CaCanThiepMapper.class);
    private static final CuocGoiMapper CUOC_GOI = Mappers.getMapper(CuocGoiMapper.class);
    private static final ChuyenTuyenMapper CHUYEN_TUYEN = Mappers.getMapper(ChuyenTuyenMapper.class);
    private static final QmsDanhGiaMapper QMS_DANH_GIA = Mappers.getMapper(QmsDanhGiaMapper.class);
    private static final GiamSatMapper GIAM_SAT = Mappers.getMapper(GiamSatMapper.class);

    private SwitchboardMappers() {}

    /** Each table's mapper, by the table's name. */
    public static Map<String, TableMapper> byTable() {
        return Map.of(
                "dm_tinh", (key, columns, flags) -> DM_TINH.map(key, DmTinhRow.of(columns), flags),
                "dm_linh_vuc", (key, columns, flags) -> DM_LINH_VUC.map(key, DmLinhVucRow.of(columns)),
                "tong_dai_vien", (key, columns, flags) -> TONG_DAI_VIEN.map(key, TongDaiVienRow.of(columns), flags),
                "nguoi_goi", (key, columns, flags) -> NGUOI_GOI.map(key, NguoiGoiRow.of(columns), flags),
                "tre_em", (key, columns, flags) -> TRE_EM.map(key, TreEmRow.of(columns), flags),
                "ca_can_thiep", (key, columns, flags) -> CA_CAN_THIEP.map(key, CaCanThiepRow.of(columns), flags),
                "cuoc_goi", (key, columns, flags) -> CUOC_GOI.map(key, CuocGoiRow.of(columns), flags),
                "chuyen_tuyen", (key, columns, flags) -> CHUYEN_TUYEN.map(key, ChuyenTuyenRow.of(columns), flags),
                "qms_danh_gia", (key, columns, flags) -> QMS_DANH_GIA.map(key, QmsDanhGiaRow.of(columns), flags),
                "giam_sat", (key, columns, flags) -> GIAM_SAT.map(key, GiamSatRow.of(columns), flags));
    }

    /** Which values are codes, of columns that hold codes though the database does not see to it; by table/column. */
    public static Map<String, Predicate<String>> openCodes() {
        return Map.of(
                "switchboard/ca_can_thiep/loai_vu_viec", SwitchboardCodes.KINDS::knows,
                "switchboard/cuoc_goi/ma_linh_vuc", SwitchboardCodes::isTopic,
                "switchboard/qms_danh_gia/tieu_chi", SwitchboardCodes.CRITERIA::contains);
    }
}

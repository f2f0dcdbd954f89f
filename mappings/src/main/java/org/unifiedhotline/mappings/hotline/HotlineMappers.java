package org.unifiedhotline.mappings.hotline;

import java.util.Map;
import java.util.function.Predicate;
import org.mapstruct.factory.Mappers;
import org.unifiedhotline.mappings.reading.TableMapper;

/** The mappers of the hotline's tables. */
public final class HotlineMappers {
    private static final AgencyMapper AGENCY = Mappers.getMapper(AgencyMapper.class);
    private static final CallerMapper CALLER = Mappers.getMapper(CallerMapper.class);
    private static final VictimMapper VICTIM = Mappers.getMapper(VictimMapper.class);
    private static final CaseFileMapper CASE_FILE = Mappers.getMapper(CaseFileMapper.class);
    private static final ReturnRecordMapper RETURN_RECORD = Mappers.getMapper(ReturnRecordMapper.class);
    private static final CallMapper CALL = Mappers.getMapper(CallMapper.class);
    private static final ReferralMapper REFERRAL = Mappers.getMapper(ReferralMapper.class);
    private static final CallReviewMapper CALL_REVIEW = Mappers.getMapper(CallReviewMapper.class);
    private static final SiteStatusMapper SITE_STATUS = Mappers.getMapper(SiteStatusMapper.class);

    private HotlineMappers() {}

    /** Each table's mapper, by the table's name. */
    public static Map<String, TableMapper> byTable() {
        return Map.of(
                "agency", (key, columns, flags) -> AGENCY.map(key, AgencyRow.of(columns), flags),
                "caller", (key, columns, flags) -> CALLER.map(key, CallerRow.of(columns), flags),
                "victim", (key, columns, flags) -> VICTIM.map(key, VictimRow.of(columns), flags),
                "case_file", (key, columns, flags) -> CASE_FILE.map(key, CaseFileRow.of(columns), flags),
                "return_record", (key, columns, flags) -> RETURN_RECORD.map(key, ReturnRecordRow.of(columns), flags),
                "call", (key, columns, flags) -> CALL.map(key, CallRow.of(columns), flags),
                "referral", (key, columns, flags) -> REFERRAL.map(key, ReferralRow.of(columns), flags),
                "call_review", (key, columns, flags) -> CALL_REVIEW.map(key, CallReviewRow.of(columns), flags),
                "site_status", (key, columns, flags) -> SITE_STATUS.map(key, SiteStatusRow.of(columns), flags));
    }

    /** Which values are codes, of columns that hold codes though the database does not see to it; by table/column. */
    public static Map<String, Predicate<String>> openCodes() {
        return Map.of(
                "hotline/case_file/exploitation", HotlineCodes.KINDS::knows,
                "hotline/call/language", HotlineCodes.LANGUAGES::knows);
    }
}

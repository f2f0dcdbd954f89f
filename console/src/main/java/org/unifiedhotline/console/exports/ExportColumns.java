package org.unifiedhotline.console.exports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.mappings.standardization.Era;
import org.unifiedhotline.mappings.standardization.Places;
import org.unifiedhotline.masterrecords.rights.Consent;
import org.unifiedhotline.masterrecords.scope.FieldKind;
import org.unifiedhotline.searchindex.queries.SearchHit;
import org.unifiedhotline.searchindex.queries.SearchHit.ShownBirth;

/** What stands in a file about a person: what the hit shows, one line a person, several values with a semicolon between. */
final class ExportColumns {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Places PLACES = Places.standard();

    private ExportColumns() {}

    /** The first line, Vietnamese and English in one: files go from hand to hand. */
    static List<String> titles() {
        return List.of(
                "Mã hồ sơ / Master id",
                "Họ tên / Name",
                "Tên khác / Other names",
                "Ngày sinh / Born",
                "Giới tính / Sex",
                "Vai trò / Roles",
                "Nguồn / Sources",
                "Trung tâm / Centres",
                "Nơi ở / Home",
                "Tỉnh, thành phố / Province",
                "Điện thoại / Telephones",
                "Giấy tờ / Identity numbers",
                "Số vụ việc / Case numbers",
                "Đang chờ chuyển tuyến / Open referral",
                "Đã trở về / Returned",
                "Liên hệ gần nhất / Last contact",
                "Đồng ý chia sẻ / Consent to share");
    }

    /** A person's line; of who does not consent that their data leave, that they were found and why nothing more is told. */
    static List<String> line(SearchHit hit, Consent.State consent) {
        if (consent.lets()) {
            return whole(hit, words(consent));
        }
        List<String> withheld = new ArrayList<>(Collections.nCopies(titles().size(), ""));
        withheld.set(0, hit.masterId().toString());
        withheld.set(withheld.size() - 1, words(consent));
        return withheld;
    }

    private static String words(Consent.State consent) {
        return switch (consent) {
            case GIVEN -> "Có / given";
            case REFUSED -> "Từ chối, không cung cấp / refused, withheld";
            case NOT_ASKED -> "Chưa hỏi, không cung cấp / not asked, withheld";
            case NOT_RECORDED -> "";
        };
    }

    private static List<String> whole(SearchHit hit, String consent) {
        return List.of(
                hit.masterId().toString(),
                hit.displayName() == null ? "" : hit.displayName(),
                joined(hit.otherNames()),
                joined(hit.births().stream().map(ExportColumns::born).toList()),
                joined(hit.sexes(), one -> switch (one) {
                    case FEMALE -> "Nữ / female";
                    case MALE -> "Nam / male";
                    case OTHER, UNKNOWN -> "";
                }),
                joined(hit.roles(), one -> switch (one) {
                    case CALLER -> "Người gọi / caller";
                    case CHILD -> "Trẻ em / child";
                    case VICTIM -> "Nạn nhân / victim";
                }),
                joined(hit.sources(), ExportColumns::source),
                joined(hit.centres(), one -> switch (one) {
                    case HANOI -> "Hà Nội";
                    case DANANG -> "Đà Nẵng";
                    case ANGIANG -> "An Giang";
                    case UNKNOWN -> "";
                }),
                joined(hit.homes(), FieldKind.ADDRESS, hit),
                joined(hit.provinces(), ExportColumns::province),
                joined(hit.telephones(), FieldKind.TELEPHONE, hit),
                joined(hit.identityNumbers(), FieldKind.IDENTITY_NUMBER, hit),
                joined(hit.caseNumbers()),
                yes(hit.openReferral()),
                yes(hit.returned()),
                hit.lastContact() == null ? "" : DAY.format(hit.lastContact()),
                consent);
    }

    private static String source(SourceSystem source) {
        return switch (source) {
            case SWITCHBOARD -> "Tổng đài 111 / child protection";
            case HOTLINE -> "Đường dây phòng, chống mua bán người / anti-trafficking";
        };
    }

    /** A day, a year, or the years between which it lies. */
    private static String born(ShownBirth birth) {
        LocalDate from = LocalDate.parse(birth.from());
        LocalDate to = LocalDate.parse(birth.to());
        if (from.equals(to)) {
            return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(from);
        }
        return from.getYear() == to.getYear() ? String.valueOf(from.getYear()) : from.getYear() + "–" + to.getYear();
    }

    private static String province(String code) {
        String name = PLACES.provinceName(Era.SINCE, code);
        return name == null ? code : name;
    }

    private static String yes(boolean holds) {
        return holds ? "Có / yes" : "";
    }

    /** What is read plainly, then the masks of what is not. */
    private static String joined(List<String> values, FieldKind kind, SearchHit hit) {
        return joined(Stream.concat(
                        values.stream(),
                        hit.masks().stream()
                                .filter(mask -> mask.kind() == kind)
                                .map(mask -> "•••" + (mask.hint() == null ? "" : mask.hint())))
                .toList());
    }

    private static String joined(Collection<String> values) {
        return joined(values, Function.identity());
    }

    private static <T> String joined(Collection<T> values, Function<T, String> words) {
        return values.stream()
                .map(words)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}

package org.unifiedhotline.app.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Counts the dashboard's figures a second way: by SQL on the legacy tables themselves, by what {@code DATA-NOTES} and the legacy
 * schemas say. Shares nothing with the service but the names of what is counted.
 */
final class LegacyFigures {
    private static final String CENTRE_111 =
            "CASE trung_tam WHEN 'HN' THEN 'HANOI' WHEN 'DN' THEN 'DANANG' ELSE 'ANGIANG' END";
    private static final String STATUS_111 = "CASE trang_thai WHEN 'MO' THEN 'NEW' WHEN 'DANG_XL' THEN 'IN_PROGRESS'"
            + " WHEN 'CHO_PH' THEN 'REFERRED' WHEN 'DONG' THEN 'CLOSED' ELSE 'CANCELLED' END";
    private static final String OUTCOME_111 = "CASE ket_qua WHEN 'CHO' THEN 'PENDING' WHEN 'TIEP_NHAN' THEN 'ACCEPTED'"
            + " WHEN 'HOAN_THANH' THEN 'COMPLETED' WHEN 'TU_CHOI' THEN 'DECLINED' ELSE 'LOST_CONTACT' END";
    private static final String AGENCY_111 =
            "CASE loai_don_vi WHEN 'CONG_AN' THEN 'POLICE' WHEN 'BIEN_PHONG' THEN 'BORDER_GUARD'"
                    + " WHEN 'HOI_PN' THEN 'WOMEN_UNION' WHEN 'LDTBXH' THEN 'SOCIAL' WHEN 'Y_TE' THEN 'HEALTH'"
                    + " WHEN 'TU_PHAP' THEN 'JUSTICE' WHEN 'NGO' THEN 'NGO' ELSE 'OTHER' END";
    private static final String CASE_CENTRE_111 = "COALESCE((SELECT " + CENTRE_111
            + " FROM cuoc_goi WHERE cuoc_goi.id_ca = ca.id ORDER BY thoi_gian LIMIT 1), 'UNKNOWN')";
    private static final String CASE_CENTRE =
            "COALESCE((SELECT c.centre FROM hotline.call c WHERE c.case_no = f.case_no"
                    + " ORDER BY c.received_at LIMIT 1), 'UNKNOWN')";

    private final LegacyDatabases legacy;
    private final Map<String, String> provinceSince;
    private final LocalDate from;
    private final LocalDate to;
    private final @Nullable String centre;

    /** @param provinceSince today's code by {@code BEFORE/code} and by a former or present name */
    LegacyFigures(
            LegacyDatabases legacy,
            Map<String, String> provinceSince,
            LocalDate from,
            LocalDate to,
            @Nullable String centre) {
        this.legacy = legacy;
        this.provinceSince = provinceSince;
        this.from = from;
        this.to = to;
        this.centre = centre;
    }

    /** By how many, for {@code by|value|split|part}. */
    Map<String, Long> contacts() throws SQLException {
        List<Map<String, String>> rows = rows(
                "SELECT 'switchboard' AS line, DATE_FORMAT(thoi_gian, '%Y-%m-01') AS month, " + CENTRE_111
                        + " AS centre,"
                        + " CASE kenh WHEN 'GOI' THEN 'VOICE' WHEN 'IVR' THEN 'AUTOMATIC_ANSWER' WHEN 'FB' THEN 'FACEBOOK'"
                        + " ELSE kenh END AS channel, 'vi' AS language,"
                        + " CASE WHEN kenh = 'IVR' THEN 'AUTOMATIC' WHEN loai = 'QUAY_ROI' THEN 'NUISANCE'"
                        + " WHEN loai = 'IM_LANG' THEN 'SILENT' ELSE 'COUNSELLING' END AS nature"
                        + " FROM cuoc_goi WHERE " + between("thoi_gian"),
                "SELECT 'hotline' AS line, to_char(received_at AT TIME ZONE INTERVAL '+07:00', 'YYYY-MM-01') AS month, centre,"
                        + " CASE channel WHEN 'IVR' THEN 'AUTOMATIC_ANSWER' ELSE channel END AS channel, language,"
                        + " CASE WHEN channel = 'IVR' THEN 'AUTOMATIC' WHEN outcome IN ('NUISANCE', 'ABANDONED') THEN outcome"
                        + " ELSE 'COUNSELLING' END AS nature FROM hotline.call WHERE " + betweenZoned("received_at"));
        return tally(rows, "nature", "line", "channel", "centre", "language", "month");
    }

    Map<String, Long> cases() throws SQLException {
        List<Map<String, String>> rows = rows(
                "SELECT 'switchboard' AS line, DATE_FORMAT(ngay_mo, '%Y-%m-01') AS month, " + STATUS_111
                        + " AS status, "
                        + CASE_CENTRE_111 + " AS centre, CASE loai_vu_viec WHEN 'XAM_HAI_TD' THEN 'SEXUAL_ABUSE'"
                        + " WHEN 'BAO_LUC' THEN 'VIOLENCE' WHEN 'BOC_LOT' THEN 'LABOUR_EXPLOITATION'"
                        + " WHEN 'MUA_BAN' THEN 'TRAFFICKING' WHEN 'BO_ROI' THEN 'NEGLECT' WHEN 'TAM_LY' THEN 'PSYCHOLOGICAL'"
                        + " ELSE 'OTHER' END AS kinds FROM ca_can_thiep ca WHERE " + between("ngay_mo"),
                "SELECT 'hotline' AS line, to_char(opened_on, 'YYYY-MM-01') AS month, CASE status WHEN 'SCREENING'"
                        + " THEN 'IN_PROGRESS' WHEN 'ASSISTING' THEN 'IN_PROGRESS' WHEN 'INVALID' THEN 'CANCELLED' ELSE status"
                        + " END AS status, " + CASE_CENTRE + " AS centre,"
                        + " COALESCE(NULLIF(array_to_string(exploitation, ','), ''), 'NONE') AS kinds"
                        + " FROM hotline.case_file f WHERE " + between("opened_on"));
        Map<String, Long> counts = tally(rows, "status", "line");
        for (Map<String, String> row : rows) {
            for (String kind : new TreeSet<>(List.of(row.get("kinds").split(",")))) {
                add(counts, "kind", kind, "status", row.get("status"));
            }
            add(counts, "month", row.get("month"), "line", row.get("line"));
        }
        return counts;
    }

    Map<String, Long> referrals() throws SQLException {
        return tally(referralRows(), "outcome", "line", "agency", "agencyKind", "province", "month");
    }

    Map<String, Long> satisfaction() throws SQLException {
        List<Map<String, String>> rated = referralRows().stream()
                .filter(row -> row.get("satisfaction") != null)
                .toList();
        return tally(rated, "satisfaction", "agency", "agencyKind", "province", "month");
    }

    private List<Map<String, String>> referralRows() throws SQLException {
        List<Map<String, String>> rows = rows(
                "SELECT 'switchboard' AS line, DATE_FORMAT(ngay_chuyen, '%Y-%m-01') AS month, " + OUTCOME_111
                        + " AS outcome, "
                        + AGENCY_111 + " AS agencyKind, CONCAT('switchboard:', don_vi_nhan) AS agency, "
                        + CASE_CENTRE_111
                        + " AS centre, CONCAT(IF(ngay_chuyen < '2025-07-01', 'BEFORE/', 'SINCE/'), ma_tinh)"
                        + " AS province, NULL AS satisfaction"
                        + " FROM chuyen_tuyen ct LEFT JOIN ca_can_thiep ca ON ca.id = ct.id_ca WHERE "
                        + between("ngay_chuyen"),
                "SELECT 'hotline' AS line, to_char(referred_on, 'YYYY-MM-01') AS month, outcome, a.kind AS \"agencyKind\","
                        + " 'hotline:' || a.agency_code AS agency, " + CASE_CENTRE
                        + " AS centre, a.province_name AS province,"
                        + " satisfaction FROM hotline.referral JOIN hotline.agency a USING (agency_code)"
                        + " JOIN hotline.case_file f USING (case_no) WHERE " + between("referred_on"));
        rows.forEach(
                row -> row.put("province", provinceSince.getOrDefault(String.valueOf(row.get("province")), "UNKNOWN")));
        return rows;
    }

    Map<String, Long> returns() throws SQLException {
        String order = " ORDER BY f.opened_on > r.returned_on, abs(f.opened_on - r.returned_on), f.case_no LIMIT 1)";
        List<Map<String, String>> rows = rows(
                null,
                "SELECT to_char(returned_on, 'YYYY-MM-01') AS month, kind, COALESCE((SELECT f.destination_country"
                        + " FROM hotline.case_file f WHERE f.victim_id = r.victim_id AND f.destination_country IS NOT NULL"
                        + order + ", 'UNKNOWN') AS country, COALESCE((SELECT " + CASE_CENTRE
                        + " FROM hotline.case_file f WHERE f.victim_id = r.victim_id" + order + ", 'UNKNOWN') AS centre"
                        + " FROM hotline.return_record r WHERE " + between("returned_on"));
        Map<String, Long> counts = tally(rows, "kind", "country");
        rows.forEach(row -> add(counts, "month", row.get("month"), "country", row.get("country")));
        return counts;
    }

    /** How many assessments, and the sum of their points, for {@code by|value}. */
    Map<String, double[]> quality() throws SQLException {
        List<Map<String, String>> rows = rows(
                "SELECT 'switchboard' AS line, DATE_FORMAT(ngay_cham, '%Y-%m-01') AS month, diem AS score, tieu_chi AS criteria,"
                        + " IF(g.id IS NULL, 'UNKNOWN', " + CENTRE_111
                        + ") AS centre, COALESCE(ma_linh_vuc, 'NONE') AS topic"
                        + " FROM qms_danh_gia LEFT JOIN cuoc_goi g ON g.id = id_cuoc_goi WHERE " + between("ngay_cham"),
                "SELECT 'hotline' AS line, to_char(reviewed_at AT TIME ZONE INTERVAL '+07:00', 'YYYY-MM-01') AS month, score,"
                        + " NULL AS criteria, centre, 'NONE' AS topic FROM hotline.call_review JOIN hotline.call USING (call_id)"
                        + " WHERE score <> 'NaN' AND " + betweenZoned("reviewed_at"));
        Map<String, double[]> points = new TreeMap<>();
        for (Map<String, String> row : rows) {
            for (String by : List.of("line", "month", "centre", "topic")) {
                addPoints(points, by + "|" + row.get(by), Double.parseDouble(row.get("score")));
            }
            addPoints(points, "total|all", Double.parseDouble(row.get("score")));
            criteria(row.get("criteria"))
                    .properties()
                    .forEach(criterion -> addPoints(
                            points,
                            "criterion|" + criterion.getKey(),
                            criterion.getValue().asDouble()));
        }
        return points;
    }

    /** People known to both whom either dealt with in the period, by the tables that tell of them. */
    Map<String, Long> people(Collection<String> crosswalk) throws SQLException {
        TreeSet<String> active = new TreeSet<>();
        rows(
                        "SELECT 'switchboard,nguoi_goi' AS t, id_nguoi_goi AS id, " + CENTRE_111
                                + " AS centre FROM cuoc_goi WHERE id_nguoi_goi IS NOT NULL AND " + between("thoi_gian")
                                + " UNION SELECT 'switchboard,tre_em', id_tre_em, " + CENTRE_111
                                + " FROM cuoc_goi JOIN ca_can_thiep ca ON ca.id = id_ca WHERE " + between("thoi_gian")
                                + " UNION SELECT 'switchboard,nguoi_goi', id_nguoi_bao, " + CENTRE_111
                                + " FROM cuoc_goi JOIN ca_can_thiep ca ON ca.id = id_ca WHERE " + between("thoi_gian")
                                + " UNION SELECT 'switchboard,tre_em', id_tre_em, " + CASE_CENTRE_111
                                + " FROM ca_can_thiep ca WHERE " + between("ngay_mo")
                                + " UNION SELECT 'switchboard,nguoi_goi', id_nguoi_bao, " + CASE_CENTRE_111
                                + " FROM ca_can_thiep ca WHERE " + between("ngay_mo"),
                        "SELECT 'hotline,caller' AS t, caller_id AS id, centre FROM hotline.call WHERE "
                                + betweenZoned("received_at")
                                + " UNION SELECT 'hotline,victim', victim_id, centre FROM hotline.call JOIN hotline.case_file"
                                + " USING (case_no) WHERE " + betweenZoned("received_at")
                                + " UNION SELECT 'hotline,caller', reported_by, centre FROM hotline.call JOIN hotline.case_file"
                                + " USING (case_no) WHERE " + betweenZoned("received_at")
                                + " UNION SELECT 'hotline,victim', victim_id, " + CASE_CENTRE
                                + " FROM hotline.case_file f WHERE " + between("opened_on")
                                + " UNION SELECT 'hotline,caller', reported_by, " + CASE_CENTRE
                                + " FROM hotline.case_file f WHERE " + between("opened_on")
                                + " UNION SELECT 'hotline,victim', victim_id, COALESCE((SELECT " + CASE_CENTRE
                                + " FROM hotline.case_file f WHERE f.victim_id = r.victim_id ORDER BY f.opened_on >"
                                + " r.returned_on, abs(f.opened_on - r.returned_on), f.case_no LIMIT 1), 'UNKNOWN')"
                                + " FROM hotline.return_record r WHERE " + between("returned_on"))
                .forEach(row -> active.add(row.get("t") + "," + row.get("id")));
        Map<String, TreeSet<String>> members = new HashMap<>();
        for (String line : crosswalk) {
            String[] cells = line.split(",");
            members.computeIfAbsent(cells[3], id -> new TreeSet<>()).add(cells[0] + "," + cells[1] + "," + cells[2]);
        }
        Map<String, Long> counts = new TreeMap<>();
        for (TreeSet<String> person : members.values()) {
            boolean both = person.stream().anyMatch(key -> key.startsWith("hotline,"))
                    && person.stream().anyMatch(key -> key.startsWith("switchboard,"));
            if (both && person.stream().anyMatch(active::contains)) {
                TreeSet<String> tables = new TreeSet<>();
                person.forEach(key -> tables.add(key.split(",")[1]));
                counts.merge("tables|" + String.join("+", tables) + "|-|-", 1L, Long::sum);
                counts.merge("total|all|-|-", 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<String, Long> tally(List<Map<String, String>> rows, String split, String... dimensions) {
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, String> row : rows) {
            for (String by : dimensions) {
                add(counts, by, row.get(by), split, row.get(split));
            }
            add(counts, "total", "all", split, row.get(split));
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, String by, String value, String split, String part) {
        counts.merge(by + "|" + value + "|" + split + "|" + part, 1L, Long::sum);
    }

    private static void addPoints(Map<String, double[]> points, String key, double score) {
        double[] sum = points.computeIfAbsent(key, absent -> new double[2]);
        sum[0]++;
        sum[1] += score;
    }

    private static JsonNode criteria(@Nullable String json) {
        try {
            return new ObjectMapper().readTree(json == null ? "{}" : json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    private String between(String column) {
        return column + " >= '" + from + "' AND " + column + " < '" + to.plusDays(1) + "'";
    }

    private String betweenZoned(String column) {
        return column + " >= '" + from + " 00:00:00+07' AND " + column + " < '" + to.plusDays(1) + " 00:00:00+07'";
    }

    /** The rows of both systems' statements that are of the centre asked for. */
    private List<Map<String, String>> rows(@Nullable String switchboard, String hotline) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        if (switchboard != null) {
            read(SourceSystem.SWITCHBOARD, switchboard, rows);
        }
        read(SourceSystem.HOTLINE, hotline, rows);
        rows.removeIf(row -> centre != null && !centre.equals(row.get("centre")));
        return rows;
    }

    private void read(SourceSystem system, String sql, List<Map<String, String>> rows) throws SQLException {
        try (Connection connection = legacy.connect(system);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Map<String, String> row = new HashMap<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnLabel(column), result.getString(column));
                }
                rows.add(row);
            }
        }
    }
}

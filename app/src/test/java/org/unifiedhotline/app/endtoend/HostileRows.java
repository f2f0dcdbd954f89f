package org.unifiedhotline.app.endtoend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.unifiedhotline.mappings.source.SourceSystem;

/**
 * Rows that a legacy application would let somebody write: in every text column of both schemas a text that is marked ({@link #MARK}) and is script
 * to whoever takes it for a page. All numbers are one telephone and one identity number, marked by their digits.
 */
final class HostileRows {
    static final String MARK = "zqx";
    static final String TELEPHONE = "0987650321";
    static final String IDENTITY = "079309009876";

    /** What must stand in no log line, metric, error or event, in any spelling: folded, without the leading zero, with points or spaces. */
    static final List<String> MARKS = List.of(MARK, TELEPHONE.substring(1), "987 650 321", "987.650.321", IDENTITY);

    /** Columns that are text and no free text: keys, what a constraint or another table limits, and what is too short for a mark. */
    private static final Set<String> LIMITED = Set.of(
            "switchboard dm_linh_vuc.ma",
            "switchboard cuoc_goi.ma_linh_vuc",
            "switchboard qms_danh_gia.tieu_chi",
            "hotline agency.agency_code",
            "hotline agency.kind",
            "hotline case_file.status",
            "hotline return_record.kind",
            "hotline return_record.receiving_agency",
            "hotline return_record.screened_as",
            "hotline site_status.state",
            "hotline call.channel",
            "hotline call.centre",
            "hotline call.outcome",
            "hotline referral.agency_code",
            "hotline referral.service",
            "hotline referral.outcome");

    private static final int SHORTEST = 3;

    private final AtomicInteger number = new AtomicInteger();

    HostileRows() {}

    /** A text for a column of so many characters: as much of an attack as it holds. */
    private String text(int longest) {
        String mark = "Zqx" + number.incrementAndGet();
        for (String payload : List.of(
                " \"'><img src=x onerror=\"window.xss=1\">{{7*7}}",
                "\"><img src=x onerror=xss=1>",
                "<svg onload=xss=1>",
                "<b>",
                "")) {
            if (mark.length() + payload.length() <= longest) {
                return mark + payload;
            }
        }
        return mark.substring(0, longest);
    }

    private String sql(int longest) {
        return "'" + text(longest).replace("'", "''") + "'";
    }

    private String sql() {
        return sql(1000);
    }

    /** Two children who may be one, a child and her mother, and all that the switchboard keeps about them. */
    List<String> switchboard() {
        String name = sql(80);
        return List.of(
                "INSERT INTO dm_tinh VALUES ('10'," + sql(60) + ",'HN')",
                "INSERT INTO dm_linh_vuc VALUES ('LV1'," + sql(120) + ")",
                "INSERT INTO tong_dai_vien VALUES (4," + sql(80) + ",'HN',1)",
                "INSERT INTO nguoi_goi VALUES (1," + sql(80) + ",'" + TELEPHONE + "',2,1980,'10'," + sql(60) + ","
                        + sql(60) + "," + sql(200) + "," + sql(30) + "," + sql() + ",'2021-03-09 17:00:00',NULL)",
                "INSERT INTO nguoi_goi VALUES (2," + sql(80) + "," + sql(30)
                        + ",1,1981,'10',NULL,NULL,NULL,NULL,NULL,'2021-03-09 17:00:00',NULL)",
                child(1, name, "'12/03/2009'", sql(30), "'" + IDENTITY + "'"),
                child(2, name, "NULL", "NULL", "NULL"),
                child(3, name, "'2009'", "NULL", "NULL"),
                child(4, sql(80), sql(10), sql(30), sql(15)),
                "INSERT INTO ca_can_thiep VALUES (1," + sql(20) + ",1,1,'me','MUA_BAN',1,'MO','2021-03-09',NULL,"
                        + sql() + ")",
                "INSERT INTO ca_can_thiep VALUES (2," + sql(20) + ",2,1," + sql(20) + "," + sql(20)
                        + ",1,'MO','2021-03-09',NULL," + sql() + ")",
                "INSERT INTO cuoc_goi VALUES (1,'2021-03-09 17:00:00','GOI','" + TELEPHONE
                        + "',1,4,'HN',60,'CAN_THIEP','LV1',1,NULL,NULL," + sql() + ")",
                "INSERT INTO cuoc_goi VALUES (2,'2021-03-09 18:00:00','ZALO'," + sql(30)
                        + ",1,4,'HN',60,'CAN_THIEP','LV1',2,10.1,106.1," + sql() + ")",
                "INSERT INTO chuyen_tuyen VALUES (1,1," + sql(120) + ",'NGO','10'," + sql(40)
                        + ",'2021-03-10',NULL,'CHO')",
                "INSERT INTO qms_danh_gia VALUES (1,1,4,88.0,'{\"" + MARK + "\":\"<img src=x onerror=xss=1>\"}',"
                        + sql() + ",'2021-03-11 08:00:00')",
                "INSERT INTO giam_sat VALUES (1,'HN'," + sql(40) + ",'LOI'," + sql(200) + ",'2021-03-11 08:00:00')");
    }

    private String child(int id, String name, String birth, String certificate, String identity) {
        return "INSERT INTO tre_em VALUES (" + id + "," + name + "," + sql(80) + "," + birth + ",NULL,2," + certificate
                + "," + identity + ",'10',"
                + sql(60) + "," + sql(60) + "," + sql(30) + "," + sql(80) + "," + sql(80) + ","
                + (id == 1 ? "'" + TELEPHONE + "'" : sql(30))
                + ",1,'2021-03-09 17:00:00',NULL)";
    }

    /** The same girl at the hotline, another victim, and what it keeps; one assessment cannot be processed. */
    List<String> hotline() {
        String caseNumber = sql(40);
        String call = "'00000000-0000-4000-8000-000000000951'";
        return List.of(
                "INSERT INTO hotline.agency VALUES ('NGO-1'," + sql() + ",'NGO','VN'," + sql() + ",true)",
                "INSERT INTO hotline.caller VALUES (1," + sql() + ",'" + TELEPHONE + "'," + sql() + ",'M',1970," + sql()
                        + "," + sql() + "," + sql() + ",'2021-03-09 13:00:00+07',NULL)",
                "INSERT INTO hotline.caller VALUES (2," + sql() + "," + sql() + "," + sql() + ",'M',1971," + sql() + ","
                        + sql() + "," + sql() + ",'2021-03-09 13:00:00+07',NULL)",
                "INSERT INTO hotline.victim VALUES (1," + sql() + "," + sql() + ",ARRAY[" + sql()
                        + "],'2009-03-12','D','F','CCCD','" + IDENTITY + "','VN'," + sql() + "," + sql() + "," + sql()
                        + "," + sql() + ",'" + TELEPHONE + "'," + sql() + "," + sql()
                        + ",NULL,'2021-03-09 13:00:00+07',NULL)",
                "INSERT INTO hotline.victim VALUES (2," + sql() + "," + sql() + ",ARRAY[" + sql() + "],NULL,'D','F',"
                        + sql() + "," + sql() + ",'VN'," + sql() + "," + sql() + "," + sql() + "," + sql() + "," + sql()
                        + "," + sql() + "," + sql() + ",true,'2021-03-09 13:00:00+07',NULL)",
                "INSERT INTO hotline.case_file VALUES (" + caseNumber
                        + ",1,1,'2021-03-12',NULL,'ASSISTING',ARRAY['FORCED_MARRIAGE'," + sql() + "],ARRAY[" + sql()
                        + "],'CN'," + sql() + "," + sql() + ")",
                "INSERT INTO hotline.return_record VALUES (1,1,'2021-06-01','RESCUED'," + sql() + "," + sql()
                        + ",'NGO-1','VICTIM'," + sql() + ")",
                "INSERT INTO hotline.call VALUES (" + call + ",'2021-03-09 13:00:00+07','VOICE'," + sql() + ",1,"
                        + sql() + ",'HANOI'," + sql(12) + ",60,'CASE'," + caseNumber + ",NULL,NULL," + sql() + ")",
                "INSERT INTO hotline.referral VALUES (1," + caseNumber
                        + ",'NGO-1','SHELTER','2021-06-02',NULL,'PENDING',4)",
                "INSERT INTO hotline.call_review VALUES (1," + call + "," + sql() + ",'NaN'," + sql() + ",now())",
                "INSERT INTO hotline.call_review VALUES (2," + call + "," + sql() + ",80," + sql() + ",now())",
                "INSERT INTO hotline.site_status VALUES (1," + sql() + "," + sql() + ",'DOWN'," + sql() + ",now())");
    }

    /** The columns of free text in which no marked text stands: there should be none. */
    static List<String> columnsLeftOut(LegacyDatabases legacy) throws SQLException {
        Set<String> left = new TreeSet<>();
        for (SourceSystem system : SourceSystem.values()) {
            try (Connection connection = legacy.connect(system);
                    Statement statement = connection.createStatement()) {
                for (String[] column : columns(statement, system)) {
                    String name = system.code() + " " + column[0] + "." + column[1];
                    if (!LIMITED.contains(name) && !holdsMark(statement, system, column)) {
                        left.add(name);
                    }
                }
            }
        }
        return List.copyOf(left);
    }

    private static List<String[]> columns(Statement statement, SourceSystem system) throws SQLException {
        String schema = system == SourceSystem.HOTLINE ? "'hotline'" : "DATABASE()";
        List<String[]> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = " + schema
                        + " AND (data_type IN ('varchar', 'text', 'longtext', 'character varying') OR data_type = 'ARRAY')"
                        + " AND coalesce(character_maximum_length, 1000) > " + SHORTEST)) {
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return columns;
    }

    private static boolean holdsMark(Statement statement, SourceSystem system, String[] column) throws SQLException {
        String table = system == SourceSystem.HOTLINE ? "hotline." + column[0] : column[0];
        String text = system == SourceSystem.HOTLINE ? "lower(" + column[1] + "::text)" : "lower(" + column[1] + ")";
        try (ResultSet row =
                statement.executeQuery("SELECT count(*) FROM " + table + " WHERE " + text + " LIKE '%" + MARK + "%'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}

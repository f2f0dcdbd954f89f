package org.unifiedhotline.app.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.unifiedhotline.app.command.Command;
import org.unifiedhotline.demo.servers.PostgresServer;
import org.unifiedhotline.demo.servers.TestServers;
import org.unifiedhotline.mappings.CanonicalMapper;
import org.unifiedhotline.mappings.source.SourceChange;
import org.unifiedhotline.mappings.source.SourcePosition;
import org.unifiedhotline.mappings.source.SourceRecordKey;
import org.unifiedhotline.mappings.source.SourceRow;
import org.unifiedhotline.mappings.source.SourceSystem;
import org.unifiedhotline.masterrecords.database.HubDatabase;
import org.unifiedhotline.masterrecords.ingest.CaptureStates;
import org.unifiedhotline.masterrecords.ingest.Ingest;
import org.unifiedhotline.masterrecords.keys.Keystore;

/**
 * A hub on the tests' PostgreSQL with the rows of some callers as the service takes them in, and the truth of who they are: most
 * called twice, with the same telephone or year of birth, a mark or a letter off now and then.
 */
public final class SmallHub {
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lò"};
    private static final String[] MIDDLE = {"Thị", "Văn", "Ngọc", "Minh", "Thu", "Đức"};
    private static final String[] GIVEN = {
        "Hoa", "Lan", "Dũng", "Hùng", "Phương", "Tuấn", "Oanh", "Ly", "Sơn", "Hạnh", "Bình", "Chi", "Giang", "Khánh",
        "Mai"
    };
    private static final String[] PROVINCES = {"10", "01", "79", "48", "91", "14"};

    private final PostgresServer server = TestServers.hub();
    private final String database;
    private final Path keys = temporary();
    private final HubDatabase hub;
    private final List<String> truth = new ArrayList<>(List.of("source,table,local_id,person_id,resolvable,household"));
    private final List<SourceChange> changes = new ArrayList<>();

    /** A hub with this many people who called. */
    public SmallHub(String name, int people) {
        database = server.createHub(name);
        hub = new HubDatabase(
                new DriverManagerDataSource(
                        server.jdbcUrl(database), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER),
                Keystore.open(keys, Map.of(), true));
        hub.migrate();
        for (int person = 1; person <= people; person++) {
            addPerson(person, new Random(person));
        }
        new Ingest(hub, new CanonicalMapper()::map, new CaptureStates(hub)).ingest(SourceSystem.SWITCHBOARD, changes);
    }

    private void addPerson(int person, Random random) {
        String name = FAMILY[random.nextInt(FAMILY.length)] + " " + MIDDLE[random.nextInt(MIDDLE.length)] + " "
                + GIVEN[random.nextInt(GIVEN.length)];
        String telephone = "09%08d".formatted(random.nextInt(100_000_000));
        long year = 1950L + random.nextInt(60);
        String province = PROVINCES[random.nextInt(PROVINCES.length)];
        int calls = 1 + random.nextInt(3);
        for (int call = 0; call < calls; call++) {
            add(
                    person,
                    person * 10 + call,
                    "ho_ten",
                    random.nextInt(8) == 0 ? name.substring(0, name.length() - 1) : name,
                    "dien_thoai",
                    random.nextInt(5) == 0 ? null : telephone,
                    "gioi_tinh",
                    1L + person % 2,
                    "nam_sinh",
                    random.nextInt(4) == 0 ? null : year,
                    "ma_tinh",
                    province,
                    "ngay_tao",
                    "2019-03-01T08:00:00");
        }
    }

    private void add(int person, long id, Object... columns) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("id", id));
        List.of("quan_huyen", "xa_phuong", "dia_chi", "dan_toc", "ghi_chu", "ngay_sua")
                .forEach(column -> values.put(column, null));
        for (int i = 0; i < columns.length; i += 2) {
            values.put((String) columns[i], columns[i + 1]);
        }
        changes.add(new SourceChange.RowWritten(
                SourceRecordKey.of(SourceSystem.SWITCHBOARD, "nguoi_goi", String.valueOf(id)),
                new SourcePosition(1, 1, changes.size() + 1, 0),
                SourceChange.Origin.INSERT,
                SourceRow.of(values),
                Instant.parse("2024-05-06T07:08:09Z")));
        truth.add("switchboard,nguoi_goi," + id + "," + person + "," + (person % 10 == 0 ? 0 : 1) + ",h" + person / 2);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a truth file. */
    public List<String> truth() {
        return List.copyOf(truth);
    }

    /** The hub's database. */
    public HubDatabase hub() {
        return hub;
    }

    /** The settings under which a command finds it. */
    public List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + server.jdbcUrl(database),
                "--spring.datasource.username=" + PostgresServer.SUPERUSER,
                "--spring.datasource.password=" + PostgresServer.SUPERUSER,
                "--unified-hotline.keys.folder=" + keys);
    }

    /**
     * What a command said.
     *
     * @param code its exit code
     * @param out its output
     * @param err its progress and complaints
     */
    public record Said(int code, String out, String err) {}

    /** Runs a command on this hub. */
    public Said run(Command command, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(settings());
        return run(command, all);
    }

    /** Runs a command. */
    public static Said run(Command command, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = command.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

package org.unifiedhotline.bench.footprint;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.unifiedhotline.demo.servers.LegacySystems;

/**
 * What a legacy application does all day, by several clients that never pause: a transaction opens a contact; every fifth corrects a
 * caller too.
 */
final class Workload implements AutoCloseable {
    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What came of some time of it: how long each transaction took, in nanoseconds. */
    record Block(List<Long> nanos, double seconds) {
        Block {
            nanos = List.copyOf(nanos);
        }

        double perSecond() {
            return nanos.size() / seconds;
        }
    }

    /**
     * Makes clients of both databases.
     *
     * @param rows how many callers there are
     */
    Workload(String switchboardUrl, String hotlineUrl, int clientsEach, int rows) throws SQLException {
        for (int number = 0; number < clientsEach; number++) {
            clients.add(new Client(
                    connect(switchboardUrl),
                    "INSERT INTO cuoc_goi (thoi_gian, kenh, so_goi_den, trung_tam, loai, noi_dung)"
                            + " VALUES (now(), 'GOI', '0912345678', 'HN', 'TU_VAN', ?)",
                    "UPDATE nguoi_goi SET ghi_chu = ?, ngay_sua = now() WHERE id = ?",
                    rows,
                    number));
            clients.add(new Client(
                    connect(hotlineUrl),
                    "INSERT INTO call (call_id, received_at, channel, caller_number, centre, outcome, summary)"
                            + " VALUES (gen_random_uuid(), now(), 'VOICE', '0912345678', 'HANOI', 'ADVICE', ?)",
                    "UPDATE caller SET district_name = ?, updated_at = now() WHERE caller_id = ?",
                    rows,
                    number));
        }
    }

    private static Connection connect(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, LegacySystems.APPLICATION, LegacySystems.APPLICATION);
        connection.setAutoCommit(false);
        return connection;
    }

    /** All clients work for so long. */
    Block run(Duration time) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Callable<List<Long>>> work = new ArrayList<>();
        clients.forEach(client -> work.add(() -> client.work(end)));
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> done : threads.invokeAll(work)) {
            all.addAll(done.get());
        }
        return new Block(all, (System.nanoTime() - begin) / 1_000_000_000.0);
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        for (Client client : clients) {
            client.connection.close();
        }
    }

    /** One person at a screen of the legacy application. */
    private static final class Client {
        private final Connection connection;
        private final PreparedStatement insert;
        private final PreparedStatement update;
        private final int rows;
        private final RandomGenerator chance;
        private int done;

        Client(Connection connection, String insert, String update, int rows, int seed) throws SQLException {
            this.connection = connection;
            this.insert = connection.prepareStatement(insert);
            this.update = connection.prepareStatement(update);
            this.rows = rows;
            this.chance = RandomGeneratorFactory.getDefault().create(seed);
        }

        List<Long> work(long end) throws SQLException {
            List<Long> nanos = new ArrayList<>();
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                insert.setString(1, "cuộc gọi thứ " + done + ": người gọi hỏi về thủ tục và được hướng dẫn");
                insert.executeUpdate();
                if (done++ % 5 == 0) {
                    update.setString(1, "sửa lần " + done);
                    update.setInt(2, 1 + chance.nextInt(rows));
                    update.executeUpdate();
                }
                connection.commit();
                nanos.add(System.nanoTime() - begin);
            }
            return nanos;
        }
    }
}

package org.unifiedhotline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.unifiedhotline.demo.servers.LegacySystems;

/**
 * Batches that come twice, late, and after later ones: how far the logs were read is set back, as by half restored disks, so that
 * both are told again to a hub that knows what came after. For the switchboard that place stands in the hub, for the
 * hotline in its slot.
 */
class ReplayedLogIT {
    private static final String CHANGES =
            "SELECT concat_ws('/', r.source_system, record_id, c.life, c.log_file, c.log_offset, c.event_row, c.kind)"
                    + " FROM source_change c JOIN source_record r USING (record_id)"
                    + " WHERE NOT (r.source_table IN ('cuoc_goi', 'call') AND r.local_id IN ('%s', '%s')) ORDER BY 1";

    private final World world = World.withService();

    @Test
    @DisplayName("batches that are told again, late and behind later ones, change nothing and are counted once")
    void replayed() throws Exception {
        world.service().close();
        String offset = world.inHub(World.HUB, "SELECT offset_val FROM capture.offset_switchboard")
                .getFirst();
        copySlot(World.HUB, "before");
        world.service().start();
        long committed;
        try (Traffic traffic = world.traffic()) {
            world.service().waitUntil("much was changed", () -> traffic.committed() > 2_000);
            committed = traffic.committed();
        }
        Comparison.of(world);

        assertThat(world.service().kill()).isEqualTo(ServiceProcess.KILLED);
        world.hub()
                .run(
                        World.HUB,
                        "UPDATE capture.offset_switchboard SET offset_val = '" + offset.replace("'", "''") + "'");
        awaitFree(World.HUB);
        dropSlot(World.HUB);
        copySlot("before", World.HUB);
        dropSlot("before");
        long switchboardAgain = lengthOfLog(offset);
        long hotlineAgain = changesToTell(World.HUB);
        assertThat(switchboardAgain)
                .as("bytes of the switchboard's log to tell again")
                .isGreaterThan(100_000);
        assertThat(hotlineAgain)
                .as("bytes of the hotline's changes to tell again")
                .isGreaterThan(10_000);
        long switchboard = world.toSwitchboard().counts().bytes();
        long hotline = world.toHotline().counts().bytes();
        Marker marker = Marker.write(world);
        String changes = CHANGES.formatted(marker.ofSwitchboard(), marker.ofHotline());
        List<String> before = world.inHub(World.HUB, changes);
        world.service().start();
        marker.await(world.service()); // it stands behind all that is told again
        switchboard = world.toSwitchboard().counts().bytes() - switchboard;
        hotline = world.toHotline().counts().bytes() - hotline;
        assertThat(switchboard).as("bytes from the switchboard").isGreaterThanOrEqualTo(switchboardAgain);
        assertThat(hotline).as("bytes from the hotline").isGreaterThanOrEqualTo(hotlineAgain);
        assertThat(world.service().logSinceStart()).doesNotContain("all rows are read anew");
        Comparison comparison = Comparison.withClusters(world);
        assertThat(world.inHub(World.HUB, changes)).isEqualTo(before);
        Report.add(
                "duplicate, delayed and reordered batches: both logs told again behind what came later",
                2,
                "the places in the logs set back by some " + committed
                        + " changes; until a call written afterwards was in the"
                        + " hub, " + switchboard + " bytes came from the switchboard (the log told again has "
                        + switchboardAgain + ") and " + hotline + " from the hotline (its changes have " + hotlineAgain
                        + "); the " + before.size() + " changes on record are the same",
                comparison);
    }

    /** How many bytes of events the switchboard's log has since a place of it, without those that a reader is not sent unless it asks. */
    private long lengthOfLog(String offset) throws SQLException, IOException {
        JsonNode place = new ObjectMapper().readTree(offset);
        String file = place.path("file").asText();
        assertThat(file).as("the log's file in " + offset).isNotEmpty();
        long length = 0;
        try (Connection connection = world.switchboard().connect("")) {
            for (String one : World.column(connection, "SHOW BINARY LOGS")) {
                if (one.compareTo(file) >= 0) {
                    length += lengthOfEvents(
                            connection,
                            one,
                            one.equals(file) ? place.path("pos").asLong() : 4);
                }
            }
        }
        return length;
    }

    /** An event ends where the next begins; what stands behind the last one is left out. */
    private static long lengthOfEvents(Connection connection, String file, long from) throws SQLException {
        long length = 0;
        try (Statement statement = connection.createStatement();
                ResultSet events = statement.executeQuery("SHOW BINLOG EVENTS IN '" + file + "' FROM " + from)) {
            long begun = from;
            boolean isSent = false;
            while (events.next()) {
                long next = events.getLong("Pos");
                length += isSent ? next - begun : 0;
                begun = next;
                isSent = !events.getString("Event_type").equals("Annotate_rows");
            }
        }
        return length;
    }

    /** What the hotline has to tell through a slot, in bytes; it is only looked at. */
    private long changesToTell(String slot) {
        return Long.parseLong(
                inHotline("SELECT coalesce(sum(length(data)), 0) FROM pg_logical_slot_peek_binary_changes('" + slot
                        + "', NULL, NULL, 'proto_version', '1', 'publication_names', '" + LegacySystems.PUBLICATION
                        + "')"));
    }

    private void copySlot(String from, String to) {
        inHotline("SELECT slot_name FROM pg_copy_logical_replication_slot('" + from + "', '" + to + "')");
    }

    private void dropSlot(String slot) {
        inHotline("SELECT pg_drop_replication_slot('" + slot + "')::text");
    }

    /** The server notices a little later that who read the slot was killed. */
    private void awaitFree(String slot) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!inHotline("SELECT active::text FROM pg_replication_slots WHERE slot_name = '" + slot + "'")
                .equals("false")) {
            assertThat(System.nanoTime()).as("the slot is read by nobody").isLessThan(end);
            Commands.pause(100);
        }
    }

    private String inHotline(String sql) {
        try (Connection connection = world.hotline().connect(LegacySystems.HOTLINE)) {
            return String.valueOf(World.column(connection, sql).getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

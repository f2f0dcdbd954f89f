package org.unifiedhotline.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

/** A call without a caller in each legacy database: when it is in the hub, all that was committed before has been heard. */
record Marker(World world, String ofSwitchboard, String ofHotline) {
    private static final int MOST_TRIES = 20;

    /** Writes them now. */
    static Marker write(World world) {
        try (Connection switchboard = world.legacySwitchboard();
                Connection hotline = world.legacyHotline()) {
            return new Marker(
                    world,
                    ofSwitchboard(switchboard),
                    World.column(
                                    hotline,
                                    "INSERT INTO hotline.call (call_id, received_at, channel, centre, outcome)"
                                            + " VALUES (gen_random_uuid(), now(), 'IVR', 'HANOI', 'ADVICE')"
                                            + " RETURNING call_id")
                            .getFirst());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The application at work takes its ids by itself, and may take the one that the server had in mind. */
    private static String ofSwitchboard(Connection switchboard) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return World.column(
                                switchboard,
                                "INSERT INTO cuoc_goi (thoi_gian, kenh, trung_tam, loai)"
                                        + " VALUES (now(), 'IVR', 'HN', 'TU_VAN') RETURNING id")
                        .getFirst();
            } catch (SQLIntegrityConstraintViolationException taken) {
                if (tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    /** Returns when both are in the hub, by the work of this service. */
    void await(ServiceProcess service) {
        await(service, World.HUB);
    }

    /** The same for another hub. */
    void await(ServiceProcess service, String hub) {
        service.waitUntil("the switchboard's new call is in the hub", () -> isIn(hub, "switchboard", ofSwitchboard));
        service.waitUntil("the hotline's new call is in the hub", () -> isIn(hub, "hotline", ofHotline));
    }

    private boolean isIn(String hub, String system, String key) {
        return !world.inHub(
                        hub,
                        "SELECT 1 FROM source_record WHERE source_system = '" + system
                                + "' AND source_table IN ('cuoc_goi', 'call') AND local_id = '" + key + "'")
                .isEmpty();
    }
}
